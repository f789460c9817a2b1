using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foedus.Mutants;

/// <summary>The places of a file that can be changed, each with what may stand there instead.</summary>
internal static class Places
{
    private const string On = "__on";

    private static readonly Dictionary<SyntaxKind, SyntaxKind> Swaps = new()
    {
        [SyntaxKind.EqualsExpression] = SyntaxKind.NotEqualsExpression,
        [SyntaxKind.NotEqualsExpression] = SyntaxKind.EqualsExpression,
        [SyntaxKind.LessThanExpression] = SyntaxKind.LessThanOrEqualExpression,
        [SyntaxKind.LessThanOrEqualExpression] = SyntaxKind.LessThanExpression,
        [SyntaxKind.GreaterThanExpression] = SyntaxKind.GreaterThanOrEqualExpression,
        [SyntaxKind.GreaterThanOrEqualExpression] = SyntaxKind.GreaterThanExpression,
        [SyntaxKind.AddExpression] = SyntaxKind.SubtractExpression,
        [SyntaxKind.SubtractExpression] = SyntaxKind.AddExpression,
    };

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["Any"] = "All", ["All"] = "Any", ["Exists"] = "TrueForAll", ["TrueForAll"] = "Exists", ["Max"] = "Min", ["Min"] = "Max",
        ["Later"] = "Earlier", ["Earlier"] = "Later", ["And"] = "Or", ["Or"] = "And",
    };

    /// <summary>What can be changed in a file: the place, what stands there with the switch in it, and what it is in words.</summary>
    public static IEnumerable<(SyntaxNode Place, Func<SyntaxNode, int, SyntaxNode> With, string Is)> Of(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes().Where(IsRun))
        {
            foreach (var (with, shown) in Changes(node))
                yield return (node, (off, id) => Switched(with(off), id), shown);
        }
    }

    private static SyntaxNode Switched(SyntaxNode with, int id) => with.ReplaceNodes(
        with.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.Text == On),
        (_, _) => SyntaxFactory.ParseExpression($"global::{MutantSwitch.TypeName}.Is({id})"));

    /// <summary>Each change as a function of what stands there otherwise, in which other places may have been changed already.</summary>
    private static IEnumerable<(Func<SyntaxNode, SyntaxNode> With, string Is)> Changes(SyntaxNode node)
    {
        if (Other(node) is { } other)
            yield return (off => Either(other, (ExpressionSyntax)off), Words(other));
        if (node is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.SimpleAssignmentExpression } })
            yield return (off => SyntaxFactory.IfStatement(SyntaxFactory.ParseExpression("!" + On), (StatementSyntax)off), "nothing");

        // A condition that always holds or never does: also an operand of several that has no say.
        if (node is not ExpressionSyntax condition)
            yield break;
        var (holds, fails) = Forced(condition);
        if (holds)
            yield return (off => Joined((ExpressionSyntax)off, SyntaxKind.LogicalOrExpression, On), "true");
        if (fails)
            yield return (off => Joined((ExpressionSyntax)off, SyntaxKind.LogicalAndExpression, "!" + On), "false");
    }

    private static ExpressionSyntax? Other(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary when Swaps.TryGetValue(binary.Kind(), out var swap) && !IsText(binary) && !IsThere(binary) => SyntaxFactory.BinaryExpression(swap, binary.Left, binary.Right),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => not.Operand,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } => SyntaxFactory.ParseExpression("false"),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } => SyntaxFactory.ParseExpression("true"),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression, Token.Value: int value } => SyntaxFactory.ParseExpression((value + 1).ToString(CultureInfo.InvariantCulture)),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Truth" } } truth when truth.Name.Identifier.Text is "Yes" or "No" or "Open"
            => truth.WithName(SyntaxFactory.IdentifierName(truth.Name.Identifier.Text == "No" ? "Yes" : "No")),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call when Names.TryGetValue(member.Name.Identifier.Text, out var name) && call.ArgumentList.Arguments.Count > 0
            => call.WithExpression(member.WithName(SyntaxFactory.IdentifierName(name))),
        _ => null,
    };

    private static (bool Holds, bool Fails) Forced(ExpressionSyntax condition) => condition.Parent switch
    {
        IfStatementSyntax { Condition: var c } when c == condition => (true, true),
        ConditionalExpressionSyntax { Condition: var c } when c == condition => (true, true),
        WhileStatementSyntax { Condition: var c } when c == condition => (false, true),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } => (true, false),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } => (false, true),
        _ => (false, false),
    };

    /// <summary>Whether a place is run and decides: no constant, attribute, pattern or default value, and not what a message says.</summary>
    private static bool IsRun(SyntaxNode node) => !(node is LiteralExpressionSyntax && node.Parent is { } parent && IsThere(parent)) && !node.AncestorsAndSelf().Any(IsWords) && !node.Ancestors().Any(a => a is AttributeSyntax or PatternSyntax or SwitchLabelSyntax or ParameterSyntax or EnumMemberDeclarationSyntax
        || (a is FieldDeclarationSyntax field && field.Modifiers.Any(m => m.IsKind(SyntaxKind.ConstKeyword)))
        || (a is LocalDeclarationStatementSyntax local && local.IsConst));

    /// <summary>
    /// Whether it is asked if there is a thing at all: -1 is none, and thing 0 is the federation, which none of these is. Moving the bound by
    /// one changes nothing; that it is asked is tried where it is a condition.
    /// </summary>
    private static bool IsThere(SyntaxNode node) =>
        node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanOrEqualExpression or (int)SyntaxKind.LessThanExpression, Right: LiteralExpressionSyntax { Token.Value: 0 } };

    /// <summary>
    /// What a reason says, but not whether it speaks for or against: the gallery and the transcripts look at the words. A reason that merely
    /// informs decides nothing.
    /// </summary>
    private static bool IsWords(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "Need" } } => true,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => NameOf(call) is "Cite" or "Inform",
        ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument
            => NameOf(call) is "Refuse" or "NoProvision" || (NameOf(call) is "Note" && list.Arguments.IndexOf(argument) > 0),
        _ => false,
    };

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        IdentifierNameSyntax name => name.Identifier.Text,
        _ => "",
    };

    private static bool IsText(BinaryExpressionSyntax binary) =>
        binary.DescendantNodes().Any(n => n is InterpolatedStringExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression });

    private static ParenthesizedExpressionSyntax Either(ExpressionSyntax on, ExpressionSyntax off) => SyntaxFactory.ParenthesizedExpression(SyntaxFactory.ConditionalExpression(
        SyntaxFactory.IdentifierName(On), SyntaxFactory.ParenthesizedExpression(on.WithoutTrivia()), SyntaxFactory.ParenthesizedExpression(off.WithoutTrivia())));

    private static ParenthesizedExpressionSyntax Joined(ExpressionSyntax condition, SyntaxKind how, string on) => SyntaxFactory.ParenthesizedExpression(SyntaxFactory.BinaryExpression(
        how, SyntaxFactory.ParenthesizedExpression(condition.WithoutTrivia()), SyntaxFactory.ParseExpression(on)));

    public static string Words(SyntaxNode node) => string.Join(' ', node.NormalizeWhitespace().ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
