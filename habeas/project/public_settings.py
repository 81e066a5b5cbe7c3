"""Settings of the public server: it reads a public copy and nothing else, and knows no desk, no ledger and no home.

HABEAS_PUBLIC names the folder of the copy.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from habeas.project.settings import *  # noqa: F403
from habeas.publish.layout import DATA
from habeas.register.asking import copy_settings

ROOT_URLCONF = "habeas.project.public_urls"
INSTALLED_APPS = ["django.contrib.staticfiles", "habeas.ledger", "habeas.register", "habeas.pages"]
MIDDLEWARE = [
    "habeas.pages.headers.safe_headers",
    "habeas.publish.prebuilt.prebuilt",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "habeas.pages.speaking.in_the_language_of_the_address",
    "django.middleware.common.CommonMiddleware",
]
DATABASES = {"default": copy_settings(Path(os.environ.get("HABEAS_PUBLIC", "")) / DATA)}
DATABASE_ROUTERS = []
# There is nothing to forge here, and no session in which to remember it.
CSRF_USE_SESSIONS = False
SECRET_KEY = secrets.token_urlsafe(50)
