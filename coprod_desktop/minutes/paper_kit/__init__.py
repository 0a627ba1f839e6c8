"""The paper kit for a meeting: agenda, turn order, cards, slips and count sheets to print and write on (R24)."""
