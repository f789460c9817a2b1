using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foedus.Architecture.Tests;

/// <summary>What keeps a file findable and readable.</summary>
public class SourceRuleTests
{
    private static readonly string[] Vague = ["Utils", "Util", "Utilities", "Helpers", "Helper", "Manager", "Managers", "Misc", "Common"];

    /// <summary>Folders whose files are families: the bound charter is many small types, which are read together.</summary>
    private static readonly string[] Families = ["src/Foedus.Charter/Model/"];

    private static readonly string[] Unfinished = ["TODO", "FIXME", "HACK", "XXX", "NotImplementedException"];

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        var found = SourceFile.Under("src").Where(file => file.Lines > 401).Select(file => $"{file.Path}: {file.Lines}");
        Rule.Holds("A source file has at most 400 lines: split it by concern.", found);
    }

    [Fact]
    public void Nothing_is_named_for_being_useful()
    {
        var files = SourceFile.Under("src").Concat(SourceFile.Under("tests")).ToList();
        var parts = files.SelectMany(file => file.Path.Split('/', '.')).Concat(files.SelectMany(file => file.TopLevelTypes.Select(SourceFile.NameOf)));
        var found = parts.Where(part => Vague.Any(word => part.EndsWith(word, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal);
        Rule.Holds("A name says what the thing is in the field, not that it helps.", found);
    }

    [Fact]
    public void A_file_is_named_after_the_public_type_in_it()
    {
        var found = new List<string>();
        foreach (var file in SourceFile.Under("src"))
        {
            var types = file.TopLevelTypes.Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)).ToList();
            if (types.Count == 0 || Families.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))) continue;

            // A family of small records and enums may share a file that is named for the family; a class has its own.
            var others = types.Where(type => SourceFile.NameOf(type) != file.Stem).ToList();
            var alone = types.Count == 1 && others.Count == 1;
            if (alone || others.Any(type => type is ClassDeclarationSyntax or StructDeclarationSyntax))
                found.Add($"{file.Path}: holds {string.Join(", ", types.Select(SourceFile.NameOf))}");
        }

        Rule.Holds("A public type stands in a file of its name.", found);
    }

    [Fact]
    public void A_namespace_begins_with_the_name_of_its_project()
    {
        var found = SourceFile.Under("src").SelectMany(file => file.Namespaces
            .Where(space => space != Project(file) && !space.StartsWith(Project(file) + ".", StringComparison.Ordinal))
            .Select(space => $"{file.Path}: {space}"));
        Rule.Holds("A namespace begins with the name of its project.", found);

        static string Project(SourceFile file) => file.Path.Split('/')[1];
    }

    [Fact]
    public void Nothing_is_left_for_later_in_the_code()
    {
        var self = typeof(SourceRuleTests).Name + ".cs";
        var found = Repository.Files("src", ".cs").Concat(Repository.Files("tests", ".cs")).Where(path => !path.EndsWith(self, StringComparison.Ordinal))
            .SelectMany(path => Repository.Read(path).Split('\n').Select((line, index) => (line, place: $"{path}:{index + 1}: {line.Trim()}")))
            .Where(line => Unfinished.Any(word => line.line.Contains(word, StringComparison.Ordinal)))
            .Select(line => line.place);
        Rule.Holds("What is not done is an issue, not a comment.", found);
    }

    [Fact]
    public void No_test_is_skipped()
    {
        var found = SourceFile.Under("tests").SelectMany(file => file.Tokens
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Text is "Skip" or "Explicit" && token.Parent?.Parent is NameEqualsSyntax)
            .Select(file.At));
        Rule.Holds("A test runs, or it is not there.", found);
    }
}
