"""The voice: eSpeak NG's library by ctypes. Loaded in the speaking process only, because it is under the GPL."""

import ctypes
import os

SAMPLE_RATE = 22_050
"""Samples of sound in a second, mono, 16 bits each."""

_RETRIEVAL = 1  # the sound is handed to us, not played
_DONT_EXIT = 0x8000
_RATE = 1
_UTF8_MARKUP_WITH_END_PAUSE = 0x1 | 0x10 | 0x1000
_SLOWEST_RATE = 80
_RATE_FOR_A_WORD_A_MINUTE = 0.87  # measured: long sentences at rate 129 are said at 146 words a minute


class NoVoice(Exception):
    """The library cannot be used, or it has no voice for the language."""


class Voice:
    """Says words as samples of sound. There can be one in a process."""

    def __init__(self, language: str, words_a_minute: float) -> None:
        """Raises ImportError without the extra [speech], and NoVoice."""
        import espeakng_loader

        try:
            # A short name from here: the library keeps no more than 160 letters of it, and on Windows no odd ones.
            os.chdir(espeakng_loader.get_data_path())
            self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        except (OSError, RuntimeError) as fault:
            raise NoVoice from fault
        self._said = bytearray()
        self._open(language, words_a_minute)

    def say(self, markup: str) -> bytes:
        """The sound of a sentence in SSML, without an element around it."""
        self._said.clear()
        text = f"<speak>{markup}</speak>".encode("utf-8", "ignore")
        self._library.espeak_Synth(text, len(text) + 1, 0, 1, 0, _UTF8_MARKUP_WITH_END_PAUSE, None, None)
        self._library.espeak_Synchronize()
        return bytes(self._said)

    def _open(self, language: str, words_a_minute: float) -> None:
        library = self._library
        library.espeak_Initialize.argtypes = (ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int)
        library.espeak_Synth.argtypes = (
            ctypes.c_char_p,
            ctypes.c_size_t,
            ctypes.c_uint,
            ctypes.c_int,
            ctypes.c_uint,
            ctypes.c_uint,
            ctypes.c_void_p,
            ctypes.c_void_p,
        )
        # British English is "en" here; "en-gb" is not known.
        name = language.split("-")[0].lower().encode()
        is_open = library.espeak_Initialize(_RETRIEVAL, 0, b".", _DONT_EXIT) == SAMPLE_RATE
        if not is_open or library.espeak_SetVoiceByName(name) != 0:
            raise NoVoice
        library.espeak_SetParameter(_RATE, max(_SLOWEST_RATE, round(words_a_minute * _RATE_FOR_A_WORD_A_MINUTE)), 0)
        kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
        self._callback = kind(self._take)  # kept, or it would be thrown away while the library still calls it
        library.espeak_SetSynthCallback(self._callback)

    def _take(self, samples: int | None, count: int, _events: int | None) -> int:
        if samples and count > 0:
            self._said += ctypes.string_at(samples, count * 2)
        return 0


def silence(pause_ms: int) -> bytes:
    """Samples of silence."""
    return bytes(SAMPLE_RATE * pause_ms // 1000 * 2)
