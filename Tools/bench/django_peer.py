"""The same page as a plain Django would write it: an organisation with its relations, from the same database file."""
import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import models
from django.http import Http404, HttpResponse
from django.template import engines
from django.urls import path

settings.configure(
    DEBUG=False, SECRET_KEY="a measurement", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, USE_TZ=True,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["PEER_DATABASE"], "CONN_MAX_AGE": 600}},
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware",
                "django.middleware.clickjacking.XFrameOptionsMiddleware"],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}])
django.setup()


class Organisation(models.Model):
    id = models.TextField(primary_key=True)
    kind, name, country, website, standing = (models.TextField() for _ in range(5))

    class Meta:
        app_label, managed, db_table = "peer", False, "organisation"


class Relation(models.Model):
    organisation = models.ForeignKey(Organisation, models.DO_NOTHING, db_column="organisation", related_name="relations")
    partner = models.ForeignKey(Organisation, models.DO_NOTHING, db_column="partner", related_name="+", primary_key=True)
    partnership, form, stage, claim, began = (models.TextField() for _ in range(5))

    class Meta:
        app_label, managed, db_table = "peer", False, "relation"


PAGE = engines["django"].from_string("""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{{ organisation.name }}</title></head><body><header><h1>{{ organisation.name }}</h1></header><main>
<dl><dt>Kind</dt><dd>{{ organisation.kind }}</dd><dt>Country</dt><dd>{{ organisation.country }}</dd>
<dt>Standing</dt><dd>{{ organisation.standing }}</dd></dl>
<table><thead><tr><th>Partner</th><th>Form</th><th>Since</th><th>Last sign of life</th><th>Who says so</th></tr></thead><tbody>
{% for relation in relations %}<tr><th scope="row"><a href="/partnerships/{{ relation.partnership }}"><bdi>{{ relation.partner.name }}</bdi></a></th>
<td data-th="Form">{{ relation.form }}</td><td data-th="Since" class="num">{{ relation.began|default:"Unknown" }}</td>
<td data-th="Last sign of life"><span class="blank unknown">Unknown</span></td>
<td data-th="Who says so"><span class="claim {{ relation.claim }}">{{ relation.claim|capfirst }}</span></td></tr>
{% endfor %}</tbody></table></main></body></html>""")


def show(request, pk):
    try:
        organisation = Organisation.objects.get(pk=pk)
    except Organisation.DoesNotExist as missing:
        raise Http404 from missing
    relations = organisation.relations.select_related("partner").order_by("partner__name")
    return HttpResponse(PAGE.render({"organisation": organisation, "relations": relations}, request))


urlpatterns = [path("organisations/<pk>", show), path("", lambda request: HttpResponse("ready"))]
application = get_wsgi_application()
