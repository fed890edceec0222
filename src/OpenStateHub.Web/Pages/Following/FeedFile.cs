using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Ledger;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Following;

/// <summary>What happens at a place, or to one plan or commitment of it, as an Atom feed (RFC 4287): an entry for each act of the history.</summary>
internal static class FeedFile
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom", Name = "avisos.atom";
    private const int Latest = 50;

    /// <summary>The feed of something; of what has none of its own, the place's.</summary>
    public static string AddressOf(Subject subject) => subject.Kind switch
    {
        PlanSubjects.PlanKind => $"/planes/{subject.Key}/{Name}",
        PlanSubjects.CommitmentKind => $"/compromisos/{subject.Key}/{Name}",
        _ => $"/{Name}",
    };

    public static void Map(IEndpointRouteBuilder app)
    {
        MapOne(app, Name, _ => Topic.Place);
        MapOne(app, "planes/{slug}/" + Name, PlanSubjects.Plan);
        MapOne(app, "compromisos/{slug}/" + Name, PlanSubjects.Commitment);
    }

    private static void MapOne(IEndpointRouteBuilder app, string route, Func<string, Subject> subjectOf) =>
        app.MapGet(route, (HttpContext http, CancellationToken ct) => FeedAsync(http, subjectOf(http.GetRouteValue("slug") as string ?? ""), ct))
            .WithMetadata(new CachedPageAttribute()).RequireCors().ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> FeedAsync(HttpContext http, Subject subject, CancellationToken ct)
    {
        var scope = http.RequestServices;

        if (await scope.GetRequiredService<ListNews>().ExecuteAsync(subject, Latest, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var writing = ActivatorUtilities.CreateInstance<Writing>(scope, http.Request.Host.Host);
        return TypedResults.File(writing.Write(found.Topic, found.Rows, AddressOf(subject)), MediaType);
    }

    private sealed class Writing(
        string host, TenantContext tenant, HubAddresses addresses, TimeProvider clock, IStringLocalizer<FollowWords> words, IStringLocalizer<LedgerWords> acts,
        IStringLocalizer<SharedWords> shared)
    {
        // The year alone, so that an entry's name stays the same for ever.
        private const string TagDate = "2026";

        public byte[] Write(Topic topic, IReadOnlyList<ListLedger.Row> rows, string address)
        {
            using var text = new MemoryStream();

            using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = true }))
            {
                var name = topic.Title is { } title ? $"{title} · {tenant.Current.Name}" : tenant.Current.Name;
                xml.WriteStartElement("feed", Atom);
                xml.WriteAttributeString("xml", "lang", null, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
                xml.WriteElementString("id", Atom, $"tag:{host},{TagDate}:{topic.Subject}");
                xml.WriteElementString("title", Atom, words["Feed_Title", name]);
                xml.WriteElementString("subtitle", Atom, words["Feed_Subtitle"]);
                xml.WriteElementString("updated", Atom, LedgerEntry.Instant(rows.Count > 0 ? rows[0].Entry.RecordedAt : clock.GetUtcNow()));
                Link(xml, "self", address, "application/atom+xml");
                Link(xml, "alternate", topic.IsPlace ? "/historial" : SubjectAddress.Of(topic.Subject), "text/html");
                xml.WriteStartElement("author", Atom);
                xml.WriteElementString("name", Atom, tenant.Current.Name);
                xml.WriteEndElement();
                xml.WriteElementString("rights", Atom, "Libre Uso MX: https://datos.gob.mx/libreusomx");

                foreach (var row in rows)
                {
                    Entry(xml, row);
                }

                xml.WriteEndElement();
            }

            return text.ToArray();
        }

        private void Entry(XmlWriter xml, ListLedger.Row row)
        {
            var entry = row.Entry;
            var demo = row.IsDemonstration ? $" ({shared["Demo_Mark"].Value})" : "";
            var day = entry.OccurredOn is { } on ? words["Feed_On", Dates.Words(on)].Value : words["Feed_NoDay"].Value;
            xml.WriteStartElement("entry", Atom);
            xml.WriteElementString("id", Atom, $"tag:{host},{TagDate}:historial/{Numbers.Plain(entry.Sequence)}");
            xml.WriteElementString("title", Atom, Clean($"{acts[$"Act_{entry.Act}"].Value}: {row.Title ?? entry.Subject.ToString()}{demo}"));
            xml.WriteElementString("published", Atom, LedgerEntry.Instant(entry.RecordedAt));
            xml.WriteElementString("updated", Atom, LedgerEntry.Instant(entry.RecordedAt));
            Link(xml, "alternate", SubjectAddress.Of(entry.Subject), "text/html");
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", entry.Act);
            xml.WriteEndElement();

            if (entry.Office is { } office)
            {
                xml.WriteStartElement("author", Atom);
                xml.WriteElementString("name", Atom, Clean(office));
                xml.WriteEndElement();
            }

            xml.WriteElementString("summary", Atom, words["Feed_Summary", day, Numbers.Plain(entry.Sequence), entry.Hash].Value);
            xml.WriteEndElement();
        }

        private void Link(XmlWriter xml, string relation, string path, string type)
        {
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", relation);
            xml.WriteAttributeString("type", type);
            xml.WriteAttributeString("href", addresses.Whole(Languages.Keep(path)));
            xml.WriteEndElement();
        }

        /// <summary>What people wrote may hold a sign that XML has no way to write.</summary>
        private static string Clean(string text) => string.Concat(text.Where(sign => XmlConvert.IsXmlChar(sign) || char.IsSurrogate(sign)));
    }
}
