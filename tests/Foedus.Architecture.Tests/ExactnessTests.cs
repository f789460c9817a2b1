using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Foedus.Architecture.Tests;

/// <summary>Seats, shares and thresholds are integers and fractions. Nothing that rounds may enter the projects that count.</summary>
public class ExactnessTests
{
    private static readonly SyntaxKind[] Rounding = [SyntaxKind.DoubleKeyword, SyntaxKind.FloatKeyword, SyntaxKind.DecimalKeyword];
    private static readonly string[] Names = ["Double", "Decimal", "MathF", "Sqrt", "Cbrt"];

    public static TheoryData<string> Exact => [.. Layer.Exact];

    [Theory, MemberData(nameof(Exact))]
    public void No_floating_point_and_no_decimal_in_the_sources(string project)
    {
        var found = SourceFile.Under($"src/{project}").SelectMany(file => file.Tokens
            .Where(token => Rounding.Contains(token.Kind())
                || (token.IsKind(SyntaxKind.IdentifierToken) && Names.Contains(token.Text, StringComparer.Ordinal))
                || (token.IsKind(SyntaxKind.NumericLiteralToken) && token.Value is double or float or decimal))
            .Select(file.At));
        Rule.Holds("Counting, Charter and Engine compute with integers and fractions alone.", found);
    }

    [Theory, MemberData(nameof(Exact))]
    public void No_floating_point_hides_behind_an_inferred_type(string project)
    {
        var assembly = System.Reflection.Assembly.LoadFrom(Layer.Of(project).Assembly);
        const System.Reflection.BindingFlags everything = System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
            | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.DeclaredOnly;
        var found = assembly.GetTypes()
            .SelectMany(type => type.GetMethods(everything).Cast<System.Reflection.MethodBase>().Concat(type.GetConstructors(everything)))
            .Where(method => method.GetMethodBody()?.LocalVariables.Any(local => Rounds(local.LocalType)) ?? false)
            .Select(method => $"{method.DeclaringType?.FullName}.{method.Name}");
        Rule.Holds("Counting, Charter and Engine compute with integers and fractions alone.", found);
    }

    private static bool Rounds(Type type) => type == typeof(double) || type == typeof(float) || type == typeof(decimal) || type == typeof(double?) || type == typeof(decimal?);
}
