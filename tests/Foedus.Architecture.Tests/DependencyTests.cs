using System.Xml.Linq;

namespace Foedus.Architecture.Tests;

/// <summary>Arrows point one way: Counting, Charter, Engine, then the hosts.</summary>
public class DependencyTests
{
    public static TheoryData<string> Projects => [.. Layer.All.Select(layer => layer.Project)];

    [Fact]
    public void Every_project_under_src_has_its_row()
    {
        var projects = Repository.Files("src", ".csproj").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(Layer.All.Select(layer => layer.Project).Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var listed = XDocument.Parse(Repository.Read("Foedus.slnx")).Descendants("Project").Select(project => (string)project.Attribute("Path")!);
        var there = Repository.Files("src", ".csproj").Concat(Repository.Files("tests", ".csproj"));
        Assert.Equal(there.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal).Where(path => !path.StartsWith("bench/", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Projects))]
    public void A_project_file_names_only_what_its_layer_may_use(string project)
    {
        var layer = Layer.Of(project);
        var file = XDocument.Parse(Repository.Read(layer.ProjectFile));
        var projects = file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
        var packages = file.Descendants("PackageReference").Select(reference => (string)reference.Attribute("Include")!);
        Rule.Holds($"{project} may refer to these projects only: {string.Join(", ", layer.Projects)}.", projects.Except(layer.Projects, StringComparer.Ordinal));
        Rule.Holds($"{project} may use these packages only: {string.Join(", ", layer.Packages)}.", packages.Except(layer.Packages, StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Projects))]
    public void A_built_project_uses_only_what_its_layer_may_use(string project)
    {
        var layer = Layer.Of(project);
        var foreign = AssemblyContents.Of(layer.Assembly).References
            .Where(name => name is not ("System" or "mscorlib" or "netstandard") && !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.", StringComparison.Ordinal))
            .Concat(AssemblyContents.Of(layer.Assembly).References.Where(name => name == "System.CommandLine"));
        Rule.Holds($"{project} uses an assembly that its layer may not.", foreign.Except(layer.Projects, StringComparer.Ordinal).Except(layer.Packages, StringComparer.Ordinal));
    }
}
