"""What is hard to read: sentences, hard words, dates; findings and how to mend them."""
