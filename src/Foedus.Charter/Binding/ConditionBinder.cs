using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Reads conditions: findings, declared facts, the matter of the act at hand.</summary>
internal sealed class ConditionBinder(BindingContext context, PartyBinder parties)
{
    /// <summary>A condition of which the findings have to be made with regard to something, where the clause says so.</summary>
    public Bound<Condition> OnlyIf(Match clause)
    {
        if (clause.SubOrNull("with") is not { } with) return Condition(clause.Sub("cond"));
        if (parties.Party(with) is not { } regard) return Bound<Condition>.None;
        var condition = Condition(clause.Sub("cond"), regard);
        if (condition.Ok && !condition.Value.Tests.Any(t => t is FactTest.Finding))
            context.Report(Diagnostic.At(with.Location, BindingDiagnostics.RegardOfNoFinding, regard.Words));
        return condition;
    }

    /// <summary>All or any of some tests.</summary>
    public Bound<Condition> Condition(Match condition) => Condition(condition, null);

    private Bound<Condition> Condition(Match condition, Party? with)
    {
        var tests = ImmutableArray.CreateBuilder<FactTest>();
        var ok = true;
        foreach (var phrase in condition.Subs("tests"))
        {
            if (Test(phrase) is { } test) tests.Add(test is FactTest.Finding finding ? finding with { With = with } : test);
            else ok = false;
        }
        return ok ? new Condition(condition.Is("any"), tests.ToImmutable()) { Words = BindingContext.Words(condition) } : Bound<Condition>.None;
    }

    private FactTest? Test(Match test)
    {
        var not = test.Has("not");
        Party? by = null;
        if (test.SubOrNull("by") is { } byPhrase && (by = parties.Party(byPhrase)) is null) return null;
        switch (test.CaseName)
        {
            case "finding":
                return new FactTest.Finding(not, test.String("text"), by);
            case "matter":
                return new FactTest.MatterIs(not, test.Term("matter"));
            case "missed":
                return new FactTest.ContributionMissed(not);
        }
        var name = test.Get("name");
        if (test.Is("is") && context.Names.ClassValues.TryGetValue(name.Text, out var classes))
        {
            var word = test.Get("value");
            if (classes.Contains(word.Text, StringComparer.Ordinal)) return new FactTest.ClassIs(not, name.Text, word.Text);
            context.Unknown(word.Location, BindingDiagnostics.UnknownValue, classes, word.Text, name.Text);
            return null;
        }
        if (!context.Names.Facts.TryGetValue(name.Text, out var fact))
        {
            context.Unknown(name.Location, BindingDiagnostics.UnknownFact, context.Names.Facts.Keys.Order(StringComparer.Ordinal), name.Text);
            return null;
        }
        var value = test.Find("value");
        if (value is not null && !fact.Values.Contains(value.Text, StringComparer.Ordinal))
        {
            context.Unknown(value.Location, BindingDiagnostics.UnknownValue, fact.Values, value.Text, fact.Name);
            return null;
        }
        return new FactTest.Fact(not, fact, value?.Text, by);
    }
}
