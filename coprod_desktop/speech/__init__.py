"""What is heard: the audio script of the minutes, and the process that speaks it."""
