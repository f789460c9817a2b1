using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Reads competences and sorts of legal act.</summary>
internal sealed class LawBinder(BindingContext context, AmountBinder amounts, PartyBinder parties, SlotBinder slots)
{
    /// <summary>The matters that belong to somebody; null if the holder could not be read.</summary>
    public Competence? Competence(ClauseSyntax clause)
    {
        if (clause.Match is not { } match) return null;
        Who? of = null;
        if (match.SubOrNull("who") is { } who && (of = parties.Who(who)) is null) return null;
        var competence = new Competence(of, context.By(clause));
        context.Edition.Competences.Add(competence);
        return competence;
    }

    /// <summary>A clause under a competence; false if it is none.</summary>
    public bool Fill(Competence competence, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "held":
                competence.Held = slots.Fill(competence, clause, competence.Held, Held);
                return true;
            case "matter" or "principle":
                if (clause.Match is { } matter)
                    competence.Matters.Add(new Matter(matter.Label("label"), matter.Term("matter"), clause.Is("principle"), context.By(clause)));
                return true;
            case "the-rest":
                competence.TheRest = slots.Fill(competence, clause, competence.TheRest, TheRest);
                return true;
            case "acting-outside":
                competence.ActingOutside = slots.Fill(competence, clause, competence.ActingOutside, ActingOutside);
                return true;
            default:
                return false;
        }
    }

    public static Bound<HeldHow> Held(Match match) => match.Flag("how") switch
    {
        "alone" => HeldHow.Alone,
        "together" => HeldHow.Together,
        _ => HeldHow.InSupport,
    };

    public Bound<Who?> TheRest(Match match)
    {
        if (match.Is("federation")) return Bound.Of<Who?>(null);
        return parties.Who(match.Sub("who")) is { } who ? Bound.Of<Who?>(who) : Bound<Who?>.None;
    }

    public Bound<RemedyEffect?> ActingOutside(Match match)
    {
        if (match.Is("nothing")) return Bound.Of<RemedyEffect?>(null);
        var effect = Effect(match.Sub("effect"));
        return effect.Ok ? Bound.Of<RemedyEffect?>(effect.Value) : Bound<RemedyEffect?>.None;
    }

    /// <summary>What becomes of an act that is attacked.</summary>
    public Bound<RemedyEffect> Effect(Match effect)
    {
        switch (effect.CaseName)
        {
            case "start":
                return new RemedyEffect(EffectKind.VoidFromStart, null);
            case "now":
                return new RemedyEffect(EffectKind.VoidFromDay, null);
            case "suspended":
                return new RemedyEffect(EffectKind.Suspended, null);
            case "act":
                return new RemedyEffect(EffectKind.MustAct, null);
            default:
                return parties.Who(effect.Sub("who")) is { } who ? new RemedyEffect(EffectKind.Decided, who) : Bound<RemedyEffect>.None;
        }
    }

    /// <summary>A clause under a sort of act or <c>about</c> one; false if it is none.</summary>
    public bool Fill(InstrumentKind instrument, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "instrument-by":
                instrument.IssuedBy = slots.Fill(instrument, clause, instrument.IssuedBy, m => Bound.OrNone(parties.Who(m.Sub("who"))));
                return true;
            case "binds":
                instrument.Binds = slots.Fill(instrument, clause, instrument.Binds, Binds);
                return true;
            case "in-force":
                instrument.InForce = slots.Fill(instrument, clause, instrument.InForce, InForce);
                return true;
            case "ranks-under":
                instrument.RanksUnder = slots.Fill(instrument, clause, instrument.RanksUnder, RanksUnder);
                return true;
            case "published":
                instrument.Published = slots.Fill<ImmutableArray<string>>(instrument, clause, instrument.Published,
                    m => m.Is("every") ? context.Edition.Languages : [.. m.List("languages").Select(l => l.Text)]);
                return true;
            case "authentic":
                instrument.Authentic = slots.Fill(instrument, clause, instrument.Authentic, m => Bound.Of<string?>(m.TextOrNull("language")));
                return true;
            case "if-missing":
                instrument.IfLanguageMissing = slots.Fill(instrument, clause, instrument.IfLanguageMissing, IfMissing);
                return true;
            default:
                return false;
        }
    }

    public Bound<Who?> Binds(Match match)
    {
        if (match.Is("nobody")) return Bound.Of<Who?>(null);
        return parties.Who(match.Sub("who")) is { } who ? Bound.Of<Who?>(who) : Bound<Who?>.None;
    }

    public Bound<EntryIntoForce> InForce(Match match)
    {
        if (match.Is("after"))
        {
            var span = amounts.Span(match.Sub("span"));
            return span.Ok ? new EntryIntoForce(ForceFrom.AfterPublication, span.Value) : Bound<EntryIntoForce>.None;
        }
        return match.Flag("how") switch
        {
            "at once" => new EntryIntoForce(ForceFrom.AtOnce, null),
            "on publication" => new EntryIntoForce(ForceFrom.OnPublication, null),
            _ => new EntryIntoForce(ForceFrom.OnTheDayItSays, null),
        };
    }

    private Bound<ImmutableArray<string>> RanksUnder(Match match)
    {
        var kinds = ImmutableArray.CreateBuilder<string>();
        foreach (var kind in match.List("kinds"))
        {
            var known = context.Names.Instrument(kind.Text)?.Name ?? (context.Names.Outcomes.Contains(kind.Text) ? kind.Text : null);
            if (known is not null) kinds.Add(known);
            else context.Unknown(kind.Location, BindingDiagnostics.UnknownInstrument, context.Names.InstrumentNames.Concat(context.Names.Outcomes.Order(StringComparer.Ordinal)), kind.Text);
        }
        return kinds.Count == match.List("kinds").Length ? kinds.ToImmutable() : Bound<ImmutableArray<string>>.None;
    }

    private static Bound<MissingLanguage> IfMissing(Match match) => match.Flag("how") switch
    {
        "in force except there" => MissingLanguage.InForceExceptThere,
        "in force" => MissingLanguage.InForce,
        _ => MissingLanguage.NotInForce,
    };
}
