using System.Collections;
using System.Reflection;
using System.Runtime.Loader;

namespace Foedus.Mutants;

/// <summary>
/// What a mutant has to get past, each to be run as often as one likes: every provision, every witness, every case of the examples, the
/// second judge and the other tests of the engine. They are found in the built assemblies of the tests; what those run once and keep is not asked of them.
/// </summary>
internal static class TestUnits
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    /// <summary>The tests in a folder of built assemblies, by name; each returns true if it passes.</summary>
    public static List<(string Name, Func<bool> Passes)> In(string built)
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(built, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        var cli = Assembly.LoadFrom(Path.Combine(built, "Foedus.Cli.Tests.dll"));
        var engine = Assembly.LoadFrom(Path.Combine(built, "Foedus.Engine.Tests.dll"));
        return [.. Provisions(cli), .. Witnesses(engine), .. Examples(engine), .. engine.GetTypes().Where(t => t is { IsPublic: true, IsAbstract: false, Name: not "WitnessTests" }).SelectMany(Facts)];
    }

    /// <summary>The switch in the engine.</summary>
    public static Type Switch(string built) => Assembly.LoadFrom(Path.Combine(built, "Foedus.Engine.dll")).GetType(MutantSwitch.TypeName, throwOnError: true)!;

    private static IEnumerable<(string Name, Func<bool> Passes)> Provisions(Assembly tests)
    {
        var type = tests.GetType("Foedus.Cli.Tests.Provisions.Provision", throwOnError: true)!;
        foreach (var name in (IEnumerable<string>)type.GetProperty("Names", Any)!.GetValue(null)!)
        {
            yield return ("provision " + name, () =>
            {
                var provision = Activator.CreateInstance(type, Any, null, [name], null);
                return !((IEnumerable)type.GetMethod("Wrong", Any)!.Invoke(provision, [])!).Cast<object>().Any();
            });
        }
    }

    private static IEnumerable<(string Name, Func<bool> Passes)> Witnesses(Assembly tests)
    {
        var witness = tests.GetType("Foedus.Engine.Tests.Witnesses.Witness", throwOnError: true)!;
        var run = tests.GetType("Foedus.Engine.Tests.Witnesses.WitnessRun", throwOnError: true)!;
        var folder = (string)witness.GetProperty("Folder", Any)!.GetValue(null)!;
        foreach (var file in Directory.EnumerateFiles(folder, "*.witness", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var one in (IEnumerable)witness.GetMethod("Read", Any)!.Invoke(null, [file])!)
            {
                yield return ("witness " + witness.GetProperty("Place", Any)!.GetValue(one), () =>
                {
                    var result = run.GetMethod("Of", Any)!.Invoke(null, [one]);
                    return !((IEnumerable)run.GetProperty("Faults", Any)!.GetValue(result)!).Cast<object>().Any();
                });
            }
        }
    }

    private static IEnumerable<(string Name, Func<bool> Passes)> Examples(Assembly tests)
    {
        var type = tests.GetType("Foedus.Engine.Tests.WorkedExamples.ExampleCasesTests", throwOnError: true)!;
        var all = tests.GetType("Foedus.Engine.Tests.WorkedExamples.Example", throwOnError: true)!.GetMember("All", Any)[0];
        var rows = all is PropertyInfo property ? property.GetValue(null)! : ((MethodInfo)all).Invoke(null, [])!;
        foreach (var row in (IEnumerable)rows)
        {
            var name = row as string ?? (string)row.GetType().GetProperty("Data")!.GetValue(row)!;
            yield return ("example " + name, () => Passes(type, "Every_case_of_an_example_comes_as_expected", [name]));
        }
    }

    /// <summary>The tests of a class that need nothing.</summary>
    private static IEnumerable<(string Name, Func<bool> Passes)> Facts(Type type)
    {
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (method.GetParameters().Length == 0 && method.ReturnType == typeof(void) && method.CustomAttributes.Any(a => a.AttributeType.Name is "FactAttribute"))
                yield return (type.Name + ": " + method.Name, () => Passes(type, method.Name, []));
        }
    }

    private static bool Passes(Type type, string method, object?[] data)
    {
        try
        {
            type.GetMethod(method)!.Invoke(Activator.CreateInstance(type), data);
            return true;
        }
        catch (TargetInvocationException)
        {
            return false;
        }
    }
}
