using System.Collections.Frozen;

namespace Foedus.Charter.Model;

/// <summary>The words of the language for what can happen to a unit: <c>change WORD of ...</c>, <c>end ... becomes WORD</c>.</summary>
public static class ChangeWords
{
    public const string Admission = "admission";
    public const string Secession = "secession";
    public const string Expulsion = "expulsion";
    public const string Dissolution = "dissolution";
    public const string Suspension = "suspension";
    public const string Merger = "merger";
    public const string Split = "split";
    public const string Succession = "succession";
    public const string Boundary = "boundary";
    public const string Transfer = "transfer";
    public const string Parent = "parent";
    public const string Standing = "standing";
    public const string Kind = "kind";
    public const string Tie = "tie";

    /// <summary>What an end of a procedure may make besides sorts of act and changes of units.</summary>
    public const string Amendment = "amendment";
    public const string Repeal = "repeal";
    public const string Annulment = "annulment";
    public const string Budget = "budget";

    /// <summary>Everything that can happen to a unit.</summary>
    public static FrozenSet<string> Changes { get; } =
        new[]
        {
            Admission, Secession, Expulsion, Dissolution, Suspension, Merger, Split, Succession, Boundary, Transfer, Parent, Standing, Kind, Tie,
        }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Results of a procedure that are neither a sort of act nor a change of a unit.</summary>
    public static FrozenSet<string> Results { get; } =
        new[] { Amendment, Repeal, Annulment, Suspension, Budget }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Changes by which a unit ceases to be one.</summary>
    public static bool Leaves(string what) => what is Secession or Expulsion or Dissolution or Merger or Split or Succession;
}
