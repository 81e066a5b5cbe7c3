"""What follows from many taken together: how long custody lasts, how many no list holds, what came around a deal.

Pure: numbers in, frozen values out. Nothing here knows a name, an id or the register.
"""
