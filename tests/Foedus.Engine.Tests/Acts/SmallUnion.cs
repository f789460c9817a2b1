using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Rules;
using NodaTime;

namespace Foedus.Engine.Tests.Acts;

/// <summary>A federation of a few names, made without a file.</summary>
internal static class SmallUnion
{
    public static Rulebooks Books()
    {
        var tree = SyntaxTree.Parse(SourceText.From("small.charter", "art 1 body Congress\nfact Opinion by Council: positive | negative\n"));
        var by = new Provision(0, "1", "art 1", "art 1", tree.Clauses[0], Hand.Charter);
        var edition = new CharterEdition(1, EditionStatus.InForce, new LocalDate(1922, 12, 30));
        var republic = new UnitKind("republic", null, "republics", by);
        edition.Kinds.Add(republic);
        edition.Measures.Add(new Measure("inhabitants", republic, by));
        edition.Bodies.Add(new Body("Congress", by));
        edition.Bodies.Add(new Body("Council", by));
        edition.Offices.Add(new Office("Secretary", by));
        edition.Instruments.Add(new InstrumentKind("decree", by));
        edition.Instruments.Add(new InstrumentKind("decision", by));
        edition.Procedures.Add(new Procedure("Bill", by));
        edition.Facts.Add(new FactDeclaration("Opinion", new Who(false, []), ["positive", "negative"], by));
        edition.Duties.Add(new Duty("Report", by));
        edition.Provisions.Add(by);
        var units = ImmutableArray.Create(Unit("Russia", 1), Unit("Ukraine", 2));
        return new Rulebooks(new Federation { Editions = [edition], Provisions = [by], Register = new Register(units, []), Diagnostics = [] });
    }

    public static JournalReading Read(Rulebooks books, string acts)
    {
        var tree = SyntaxTree.Parse(SourceText.From("test.journal", "foedus 1\njournal \"T\" of \"C\"\n" + acts));
        Assert.Empty(tree.Diagnostics);
        return new ActReader(books).Read([.. tree.ClausesOf("act")]);
    }

    private static RegisteredUnit Unit(string name, int line) =>
        new(name, "republic", null, null, null, null, [], "", new RegisterPlace("units.csv", line));
}
