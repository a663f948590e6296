"""A generator with its language model, loaded when this is imported: for the server that processes are copies of."""

from quizapp.generate import inflection
from quizapp.generate.product import loaded_generator

GENERATOR = loaded_generator()
inflection.warm_up()
