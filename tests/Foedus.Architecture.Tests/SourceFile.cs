using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foedus.Architecture.Tests;

/// <summary>A C# file, parsed.</summary>
internal sealed class SourceFile(string path)
{
    private static readonly ConcurrentDictionary<string, SourceFile> Parsed = new(StringComparer.Ordinal);

    private readonly SyntaxTree tree = CSharpSyntaxTree.ParseText(Repository.Read(path), new CSharpParseOptions(LanguageVersion.Preview));

    public string Path { get; } = path;

    /// <summary>The file's name up to the first dot: <c>Ratio</c> for <c>Ratio.Text.cs</c>.</summary>
    public string Stem => System.IO.Path.GetFileName(Path).Split('.')[0];

    public int Lines => tree.GetText().Lines.Count;

    public IEnumerable<SyntaxToken> Tokens => tree.GetRoot().DescendantTokens();

    public IEnumerable<string> Namespaces => tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(space => space.Name.ToString());

    /// <summary>Types that stand directly in a namespace.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes => tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
        .Where(member => member is (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax) and { Parent: BaseNamespaceDeclarationSyntax or CompilationUnitSyntax });

    public static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax named => named.Identifier.Text,
        DelegateDeclarationSyntax named => named.Identifier.Text,
        _ => "",
    };

    public string At(SyntaxToken token) => $"{Path}:{token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {token.Text}";

    /// <summary>The files below a folder; each is parsed once for all tests.</summary>
    public static IEnumerable<SourceFile> Under(string folder) => Repository.Files(folder, ".cs").Select(path => Parsed.GetOrAdd(path, static found => new SourceFile(found)));
}
