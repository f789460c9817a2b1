using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foedus.Mutants;

/// <summary>The engine compiled once with all mutants in it, each behind the switch. A change that does not compile is left out.</summary>
internal sealed class MutatedEngine
{
    private const int MostRounds = 12;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    private readonly string _root;
    private readonly string _project;
    private readonly Dictionary<string, SyntaxNode> _files = [];
    private readonly Dictionary<int, (string File, SyntaxNode Place, Func<SyntaxNode, int, SyntaxNode> With)> _places = [];
    private readonly List<Mutant> _mutants = [];

    private MutatedEngine(string root)
    {
        _root = root;
        _project = Path.Combine(root, "src", "Foedus.Engine");
    }

    /// <summary>The mutants that compile.</summary>
    public IReadOnlyList<Mutant> Mutants => _mutants;

    /// <summary>How many places were found.</summary>
    public int Found { get; private set; }

    /// <summary>How many changes do not compile.</summary>
    public int Unbuilt { get; private set; }

    /// <summary>Chooses places and compiles them.</summary>
    /// <param name="root">The root of the tree.</param>
    /// <param name="folders">The folders under src/Foedus.Engine to look at.</param>
    /// <param name="most">How many mutants at most.</param>
    /// <param name="seed">Which of them.</param>
    /// <param name="again">Those to be taken and no others, by their keys; all if none are named.</param>
    /// <param name="built">A folder with the built assemblies, in which the mutated engine takes the place of the engine.</param>
    public static MutatedEngine Build(string root, IReadOnlyList<string> folders, int most, int seed, IReadOnlySet<string> again, string built)
    {
        var engine = new MutatedEngine(root);
        engine.Choose(folders, most, seed, again);
        engine.Compile(built);
        return engine;
    }

    private void Choose(IReadOnlyList<string> folders, int most, int seed, IReadOnlySet<string> again)
    {
        foreach (var file in Directory.EnumerateFiles(_project, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(_project, file);
            if (path.StartsWith("bin", StringComparison.Ordinal) || path.StartsWith("obj", StringComparison.Ordinal))
                continue;
            _files.Add(path, CSharpSyntaxTree.ParseText(File.ReadAllText(file), Options, file).GetRoot());
        }

        var all = _files.Where(f => folders.Any(o => f.Key.StartsWith(o + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            .SelectMany(f => Places.Of(f.Value).Select(p => (Mutant: Named(f.Key, p.Place, p.Is), File: f.Key, p.Place, p.With))).ToList();
        Found = all.Count;

        // By a number made of what they are, so that another place more or less elsewhere changes nothing in the choice.
        foreach (var (mutant, file, place, with) in all.Where(a => again.Count == 0 || again.Contains(a.Mutant.Key)).OrderBy(a => Number(seed, a.Mutant.Key)).Take(again.Count == 0 ? most : all.Count))
        {
            var id = _mutants.Count + 1;
            _mutants.Add(mutant with { Id = id });
            _places.Add(id, (file, place, with));
        }
    }

    private static Mutant Named(string file, SyntaxNode place, string to) =>
        new(0, Path.Combine("src", "Foedus.Engine", file), place.GetLocation().GetLineSpan().StartLinePosition.Line + 1, MemberOf(place), Places.Words(place), to);

    private static ulong Number(int seed, string key)
    {
        // FNV-1a, 64 bits; http://www.isthe.com/chongo/tech/comp/fnv
        var hash = 14695981039346656037UL;
        foreach (var sign in seed.ToString(System.Globalization.CultureInfo.InvariantCulture) + key)
            hash = unchecked((hash ^ sign) * 1099511628211UL);
        return hash;
    }

    private static string MemberOf(SyntaxNode place) => place.Ancestors().OfType<MemberDeclarationSyntax>().First() switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax => "constructor",
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        var other => other.Kind().ToString(),
    };

    private void Compile(string built)
    {
        var engine = Path.Combine(built, "Foedus.Engine.dll");
        var resources = Resources(engine);
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal)
            || Path.GetFileName(p) is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll");
        var references = framework.Concat(["Foedus.Charter.dll", "Foedus.Counting.dll", "NodaTime.dll"]).Select(p => MetadataReference.CreateFromFile(Path.Combine(built, p))).ToList();
        var generated = Directory.EnumerateFiles(Path.Combine(_project, "obj", "Debug", "net10.0"), "*.cs").Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), Options, f)).ToList();
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);
        for (var round = 0; round < MostRounds; round++)
        {
            var trees = Trees();
            var compilation = CSharpCompilation.Create("Foedus.Engine", [.. trees, .. generated, CSharpSyntaxTree.ParseText(MutantSwitch.Source(_places.Keys.Max()), Options)], references, options);
            using var stream = new MemoryStream();
            var result = compilation.Emit(stream, manifestResources: resources);
            if (result.Success)
            {
                File.WriteAllBytes(engine, stream.ToArray());
                return;
            }

            var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            var guilty = errors.SelectMany(Guilty).ToHashSet();
            if (guilty.Count == 0)
                throw new InvalidOperationException("The engine does not compile:\n" + string.Join('\n', errors.Take(10)));
            Unbuilt += guilty.Count;
            foreach (var id in guilty)
                _places.Remove(id);
            _mutants.RemoveAll(m => guilty.Contains(m.Id));
        }

        throw new InvalidOperationException("Too many changes do not compile.");
    }

    /// <summary>Every file with its places changed; each change carries its number.</summary>
    private List<SyntaxTree> Trees()
    {
        var trees = new List<SyntaxTree>();
        foreach (var (path, root) in _files)
        {
            var own = _places.Where(p => p.Value.File == path).ToLookup(p => p.Value.Place, p => (Id: p.Key, p.Value.With));
            var changed = root.ReplaceNodes(own.Select(o => o.Key), (was, now) => own[was].OrderBy(o => o.Id)
                .Aggregate(now, (off, o) => o.With(off, o.Id).WithAdditionalAnnotations(new SyntaxAnnotation("mutant", o.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))));
            trees.Add(CSharpSyntaxTree.Create((CSharpSyntaxNode)changed, Options, Path.Combine(_project, path)));
        }

        return trees;
    }

    /// <summary>The mutants on account of which something does not compile: those around it, or those around the declaration that it misses.</summary>
    private static IEnumerable<int> Guilty(Diagnostic error)
    {
        if (error.Location.SourceTree?.GetRoot() is not { } root)
            return [];
        var node = root.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var around = Around(node).ToList();
        if (error.Id is "CS0165" or "CS0128" or "CS0136" || around.Count == 0)
        {
            var member = node.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault();
            var name = node.ToString();
            var declared = member?.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Where(d => d.Identifier.Text == name).SelectMany(d => Around(d)).ToList() ?? [];
            around.AddRange(declared);
            if (around.Count == 0 && member is not null)
                around.AddRange(member.DescendantNodesAndSelf().SelectMany(Own));
        }

        return around;
    }

    private static IEnumerable<int> Around(SyntaxNode node) => node.AncestorsAndSelf().TakeWhile(n => n is not BaseTypeDeclarationSyntax).SelectMany(Own);

    private static IEnumerable<int> Own(SyntaxNode node) => node.GetAnnotations("mutant").Select(a => int.Parse(a.Data!, System.Globalization.CultureInfo.InvariantCulture));

    private static List<ResourceDescription> Resources(string engine)
    {
        var assembly = Assembly.Load(File.ReadAllBytes(engine));
        return [.. assembly.GetManifestResourceNames().Select(name => new ResourceDescription(name, () => assembly.GetManifestResourceStream(name)!, isPublic: true))];
    }
}
