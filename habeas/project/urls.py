"""All addresses of the site: in English as they are, in the other languages behind /be/ and /ru/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    path("api/", include("habeas.api.urls")),
    *i18n_patterns(
        path("", include("habeas.pages.urls")),
        path("desk/", include("habeas.desk.urls")),
        prefix_default_language=False,
    ),
]
handler400 = "habeas.pages.failing.unreadable"
handler403 = "habeas.pages.failing.absent"
handler404 = "habeas.pages.failing.absent"
handler500 = "habeas.pages.failing.failed"
