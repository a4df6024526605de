"""What files and inputs made us notice, in the language of whoever reads it; one file per language and area.

Readers, storage and setups say what they notice in English, once; a catalogue holds each of these sentences as a
template with its counterpart.
"""
