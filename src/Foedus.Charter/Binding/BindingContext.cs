using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Binding;

/// <summary>What all parts of the reading of one edition share.</summary>
internal sealed class BindingContext(CharterEdition edition, ProvisionBook provisions, SilenceBook silences, DiagnosticBag problems)
{
    private const int Listed = 8;

    private DiagnosticBag bag = problems;

    public CharterEdition Edition { get; } = edition;

    public ProvisionBook Provisions { get; } = provisions;

    public SilenceBook Silences { get; } = silences;

    public Names Names { get; } = new();

    /// <summary>Where the bodies declared by a clause are found in the second pass.</summary>
    public Dictionary<ClauseSyntax, object> Declared { get; } = new(ReferenceEqualityComparer.Instance);

    public Provision By(ClauseSyntax clause) => Provisions.Of(clause);

    public void Report(Diagnostic diagnostic) => bag.Add(diagnostic);

    /// <summary>Reports a name that is not known, with the nearest that is; or else with those that are, and with the line that would declare it.</summary>
    public void Unknown(SourceLocation at, DiagnosticDescriptor what, IEnumerable<string> known, params ReadOnlySpan<string> arguments)
    {
        var names = known.Distinct(StringComparer.Ordinal).ToList();
        var problem = Diagnostic.At(at, what, arguments);
        if (Spelling.Nearest(arguments[0], names) is { } near)
        {
            Report(problem.Helped($"did you mean `{near}`?"));
            return;
        }
        if (names.Count is > 0 and <= Listed) problem = problem.Helped((names.Count == 1 ? "there is: " : "there are: ") + string.Join(", ", names));
        if (BindingDiagnostics.Declaration(what) is { } keyword) problem = problem.Helped($"{keyword} {arguments[0]}");
        Report(problem);
    }

    /// <summary>Lets messages go somewhere else for a while.</summary>
    public T With<T>(DiagnosticBag other, Func<T> read)
    {
        var kept = bag;
        bag = other;
        try
        {
            return read();
        }
        finally
        {
            bag = kept;
        }
    }

    /// <summary>A whole number that fits; reports one that does not.</summary>
    public int? Whole(Capture capture, int most = 100_000_000)
    {
        var number = capture.Number.Numerator;
        if (capture.Number.IsWhole && number <= most) return (int)number;
        Report(Diagnostic.At(capture.Location, BindingDiagnostics.TooLarge, capture.Text));
        return null;
    }

    /// <summary>A whole number of inhabitants and the like; reports one that does not fit.</summary>
    public long? Large(Capture capture)
    {
        var number = capture.Number.Numerator;
        if (capture.Number.IsWhole && number <= 1_000_000_000_000_000) return (long)number;
        Report(Diagnostic.At(capture.Location, BindingDiagnostics.TooLarge, capture.Text));
        return null;
    }

    /// <summary>Words as written, on one line.</summary>
    public static string Words(Match match) => string.Join(' ', match.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The form of the table that a place needs.</summary>
    public static Form Form(ClauseSyntax clause, string id) =>
        clause.Tree.Table.Form(id) ?? FormTable.Default.Form(id) ?? throw new InvalidOperationException($"the table of forms has no row {id}");
}
