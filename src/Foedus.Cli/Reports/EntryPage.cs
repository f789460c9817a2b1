using System.Globalization;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Records;
using Foedus.Secretariat.Reports;
using NodaTime.Text;

namespace Foedus.Cli.Reports;

/// <summary>An entry of a ledger, as it is shown one after another.</summary>
internal static class EntryPage
{
    public static void Write(Page page, EntryView view)
    {
        page.Put(view.Entry.Position.ToString(CultureInfo.InvariantCulture), Tone.Strong).Put("  ").Put(InstantPattern.General.Format(view.Entry.RecordedAt)).Put("  ");
        if (view.Act is not { } act)
        {
            page.Line(Text.Of("EntryWithheld", Words.Of(view.Entry.Visibility)));
            return;
        }

        var lines = act.Text.Split('\n');
        page.Put(LocalDatePattern.Iso.Format(act.EffectiveAt)).Put("  ").Line(lines[0]);
        foreach (var line in lines.Skip(1))
            page.Line("    " + line);
    }

    public static void Write(Stream results, string verb, EntryView view)
    {
        using var output = new Json(results, verb, indented: false);
        output.Field("position", view.Entry.Position).Field("recordedAt", InstantPattern.ExtendedIso.Format(view.Entry.RecordedAt));
        output.Field("visibility", Words.Of(view.Entry.Visibility)).Field("here", view.Act is not null);
        output.Field("effectiveAt", view.Act is { } act ? LocalDatePattern.Iso.Format(act.EffectiveAt) : null);
        output.Field("kind", view.Act?.Kind).Field("text", view.Act?.Text).Field("key", view.Act?.Key);
        output.Field("ruling", view.Act is { Ruling: not RecordedRuling.None } ruled ? Words.Of(ruled.Ruling) : null);
        output.Field("attempt", view.Act?.IsAttempt ?? false);
        output.Field("corrects", view.Act?.Corrects);
        output.Field("leaf", view.Stored.Leaf.ToString()).Field("entry", Convert.ToBase64String(view.Stored.Bytes));
    }
}
