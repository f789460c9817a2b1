using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Engine.Bodies;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Acts;

/// <summary>
/// Finds the thing that a name in an act stands for: what the charter or the register declares, or what an earlier act brought into use. A
/// name that nothing declares is entered on the roll as somebody or something outside the charter, with a message that says what may have
/// been meant, so that the engine can still rule on the act.
/// </summary>
internal sealed class NameResolver(Rulebooks books, DeclaredNames declared, Introductions introduced, DiagnosticBag problems)
{
    /// <summary>Whether an act that settles a place may add a reading to it that nobody has listed.</summary>
    public bool BringsReadings { get; init; } = true;

    /// <summary>Whether an act was read that would have added one, and could not.</summary>
    public bool WouldBring { get; set; }

    public DeclaredNames Declared => declared;

    public Introductions Introduced => introduced;

    public Roll Roll => books.Roll;

    public Federation Federation => books.Federation;

    /// <summary>Who is meant by "Finance of Council of Ukraine": read from the last name outward, since each is of the one that follows.</summary>
    public int Doer(Match doer, int context = -1)
    {
        var of = doer.SubOrNull("of") is { } owner ? Doer(owner, context) : -1;
        var thing = doer.Sub("thing");
        var capture = thing.Captures[0];
        return thing.Is("named")
            ? of < 0 ? Plain(capture.Text, capture.Location, context) : Within(capture.Text, of, capture.Location)
            : Term(capture.Text, of);
    }

    /// <summary>A member of a body as a list of votes names it: an office of that body, a unit, a person.</summary>
    public int Voter(Capture name, int body) =>
        OfficeOf(name.Text, body) is var office and >= 0 ? office : Plain(name.Text, name.Location, body);

    /// <summary>Whether the charter or the register declares a name.</summary>
    public bool IsDeclared(string name) =>
        declared.Bodies.Contains(name) || declared.Families.Contains(name) || declared.Unit(name) is not null || declared.Offices(name).Count > 0;

    /// <summary>The thing that the charter or the register declares under a name; -1 if there is none.</summary>
    public int Declare(string name)
    {
        if (declared.Bodies.Contains(name) || (declared.Families.Contains(name) && declared.Unit(name) is null))
            return Roll.Add(ThingKind.Body, name);
        if (declared.Unit(name) is { } unit)
            return Roll.Add(ThingKind.Unit, unit);
        return declared.Offices(name) is [var office, ..]
            ? Roll.Add(ThingKind.Office, name, office.Of is { EachOf: null } body ? Roll.Add(ThingKind.Body, body.Name) : -1)
            : -1;
    }

    /// <summary>A body of the federation by its name.</summary>
    public int Body(Capture name)
    {
        if (declared.Bodies.Contains(name.Text))
            return BodyNamed(name.Text, name.Location);
        if (declared.Families.Contains(name.Text))
        {
            Report(name.Location, JournalDiagnostics.BodyOfWhich, name.Text);
            return Roll.Add(ThingKind.Body, name.Text);
        }

        Unknown(name.Location, JournalDiagnostics.UnknownBody, name.Text, declared.Bodies);
        return Roll.Add(ThingKind.Outside, name.Text);
    }

    public int Unit(Capture name)
    {
        if (declared.Unit(name.Text) is { } unit)
            return Roll.Add(ThingKind.Unit, unit);
        if (introduced.TryFind(name.Text, out var made) && Roll[made.Thing].Kind == ThingKind.Unit)
            return made.Thing;
        Unknown(name.Location, JournalDiagnostics.UnknownUnit, name.Text, declared.Units);
        return Roll.Add(ThingKind.Outside, name.Text);
    }

    /// <summary>Whose money it is: a unit, or a body or an office of the federation.</summary>
    public int Owner(Capture name) =>
        declared.Unit(name.Text) is null && (declared.Bodies.Contains(name.Text) || declared.Offices(name.Text).Count > 0) ? Known(name.Text, name.Location, -1) : Unit(name);

    /// <summary>A unit that the act may bring into being.</summary>
    public int NewUnit(Capture name) => Roll.Add(ThingKind.Unit, declared.Unit(name.Text) ?? name.Text);

    /// <summary>An office by its name alone: that of the body at hand, else the only one, else that of the federation or of its first body.</summary>
    public int Office(Capture name, int context)
    {
        var office = OfficeOf(name.Text, context);
        if (office < 0)
            office = OfficeNamed(name.Text, name.Location);
        if (office >= 0)
            return office;
        Unknown(name.Location, JournalDiagnostics.UnknownOffice, name.Text, declared.OfficeNames);
        return Roll.Add(ThingKind.Outside, name.Text);
    }

    /// <summary>What is sorted into a class: an office, or a unit.</summary>
    public int Classed(Capture name, int context) =>
        declared.Offices(name.Text).Count == 0 && declared.Unit(name.Text) is not null ? Unit(name) : Office(name, context);

    /// <summary>What an act is about: a matter or a legal act in use, a unit, a body, an office.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="otherwise">What it is taken to be if nothing has the name.</param>
    /// <param name="required">Whether an earlier act should have brought it into use.</param>
    /// <param name="early">True if it may be spoken of before the act that brings it into use.</param>
    public int Object(Capture name, ThingKind otherwise, bool required = true, bool early = false)
    {
        if (introduced.TryFind(name.Text, out var made))
        {
            if (!made.Made && required && !early && Roll[made.Thing].Kind is ThingKind.Matter or ThingKind.Instrument)
                Report(name.Location, JournalDiagnostics.IntroducedLater, name.Text);
            return made.Thing;
        }

        var found = Known(name.Text, name.Location, -1);
        if (found >= 0)
            return found;
        if (declared.Duties.Contains(name.Text))
            return Roll.Add(ThingKind.Duty, name.Text, Roll.Federation);
        if (required)
            Unknown(name.Location, JournalDiagnostics.NotIntroduced, name.Text, introduced.Names.Concat(declared.Units));

        // A name that nothing declares stands for the same thing in every act that mentions it.
        if (Roll.Find(ThingKind.Outside, name.Text) is var outside and >= 0)
            return outside;
        return Roll.Add(otherwise, name.Text);
    }

    /// <summary>Says that a term is not declared, and what may have been meant.</summary>
    public void Unknown(SourceLocation at, DiagnosticDescriptor descriptor, string word, IEnumerable<string> known)
    {
        var diagnostic = Diagnostic.At(at, descriptor, word);
        problems.Add(Spelling.NearestSorted(word, known) is { } nearest ? diagnostic.Helped("did you mean `" + nearest + "`?") : diagnostic);
    }

    public void Report(SourceLocation at, DiagnosticDescriptor descriptor, params ReadOnlySpan<string> arguments) =>
        problems.Add(Diagnostic.At(at, descriptor, arguments));

    public void Report(IEnumerable<Diagnostic> found) => problems.AddRange(found);

    private int Plain(string name, SourceLocation at, int context)
    {
        var found = Known(name, at, context);
        if (found >= 0)
            return found;
        if (introduced.TryFind(name, out var made))
            return made.Thing;
        if (!declared.Named.Contains(name))
            Unknown(at, JournalDiagnostics.UnknownActor, name, declared.Actors.Concat(introduced.Names));
        return Roll.Add(ThingKind.Outside, name);
    }

    /// <summary>What the charter or the register declares under a name, or -1.</summary>
    private int Known(string name, SourceLocation at, int context)
    {
        if (declared.Bodies.Contains(name))
            return BodyNamed(name, at);
        if (declared.Unit(name) is { } unit)
            return Roll.Add(ThingKind.Unit, unit);
        var office = OfficeOf(name, context);
        if (office < 0)
            office = OfficeNamed(name, at);
        if (office >= 0 || !declared.Families.Contains(name))
            return office;
        Report(at, JournalDiagnostics.BodyOfWhich, name);
        return Roll.Add(ThingKind.Body, name);
    }

    private int Term(string term, int of) => term switch
    {
        "elector" or "electors" => Roll.Add(ThingKind.Electors, "electors", of),
        "member" or "members" => Roll.Add(ThingKind.Member, "member", of),
        _ => Roll.Add(ThingKind.Outside, term, of),
    };

    private int Within(string name, int of, SourceLocation at)
    {
        var owner = Roll[of];
        switch (owner.Kind)
        {
            case ThingKind.Unit when declared.Families.Contains(name):
                return Roll.Add(ThingKind.Body, name, of);
            case ThingKind.Body when Chamber(name, of) is var chamber and >= 0:
                return chamber;
            case ThingKind.Unit when declared.Unit(name) is { } unit:
                return Roll.Add(ThingKind.Unit, unit);
            case ThingKind.Body when OfficeOf(name, of) is var office and >= 0:
                return office;
            case ThingKind.Body when owner.Of < 0 && declared.Bodies.Contains(name):
                return Roll.Add(ThingKind.Body, name);
        }

        if (!declared.Named.Contains(name))
            Unknown(at, JournalDiagnostics.UnknownActor, name, declared.Actors);
        return Roll.Add(ThingKind.Outside, name, of);
    }

    /// <summary>A body of the federation by its name; where chambers of several bodies have it, the first and a message.</summary>
    private int BodyNamed(string name, SourceLocation at)
    {
        if (books.Chambers.Ambiguous(name) is not { } first)
            return Roll.Add(ThingKind.Body, name);
        Report(at, JournalDiagnostics.ManyChambers, name, first.ChamberOf!.Name);
        return books.ThingOf(new BodyAt(first));
    }

    /// <summary>The chamber of a name in a body, at the unit whose body it is; -1 if it has none.</summary>
    private int Chamber(string name, int body)
    {
        var (owner, unit) = (Roll[body].Name, Roll[body].Of);
        if (unit >= 0 && Roll[unit].Kind != ThingKind.Unit)
            return -1;
        return books.Chambers.Of(name, owner, unit >= 0) is { } chamber ? books.ThingOf(new BodyAt(chamber, unit)) : -1;
    }

    /// <summary>The office of a name in a body, or -1.</summary>
    private int OfficeOf(string name, int body)
    {
        if (body < 0 || Roll[body].Kind != ThingKind.Body)
            return -1;
        var (owner, ofUnit) = (Roll[body].Name, Roll[body].Of >= 0);
        foreach (var office in declared.Offices(name))
        {
            if (office.Of is { } of && string.Equals(of.Name, owner, StringComparison.Ordinal) && of.EachOf is not null == ofUnit)
                return Roll.Add(ThingKind.Office, name, body);
        }

        return -1;
    }

    /// <summary>The office of a name, of whatever body of the federation, or -1. With several, the first and a message.</summary>
    private int OfficeNamed(string name, SourceLocation at)
    {
        Office? first = null;
        foreach (var office in declared.Offices(name))
        {
            if (office.Of is { EachOf: not null })
                continue;
            if (first is null)
                first = office;
            else if (!string.Equals(first.Of?.Name, office.Of?.Name, StringComparison.Ordinal))
                Report(at, JournalDiagnostics.ManyOffices, name, first.ToString());
        }

        if (first is null)
            return declared.Offices(name).Count > 0 ? Roll.Add(ThingKind.Office, name) : -1;
        return Roll.Add(ThingKind.Office, name, first.Of is { } body ? Roll.Add(ThingKind.Body, body.Name) : -1);
    }
}
