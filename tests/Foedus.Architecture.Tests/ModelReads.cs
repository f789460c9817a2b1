using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Foedus.Architecture.Tests;

/// <summary>
/// Which getters of the model of a charter are read by those who act on it: the engine, the desk, the command, the checks. Read from the instructions
/// of the built assemblies; a getter that only another one of the model reads is read where that one is.
/// </summary>
internal sealed class ModelReads
{
    private const string Model = "Foedus.Charter.Model";
    private const string Checks = "Foedus.Charter.Checks";
    private static readonly OpCode[] Short = new OpCode[256];
    private static readonly OpCode[] Long = new OpCode[256];

    static ModelReads()
    {
        foreach (var code in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!))
            (code.Size == 1 ? Short : Long)[code.Value & 0xFF] = code;
    }

    /// <summary>The public getters of the model, as <c>Body.Seats</c>, and whether somebody reads them.</summary>
    public static IReadOnlyList<(string Getter, bool Read)> All()
    {
        var calls = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var open = new Stack<string>();
        var read = new HashSet<string>(StringComparer.Ordinal);
        var getters = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var project in (string[])["Foedus.Engine", "Foedus.Secretariat", "Foedus.Cli"])
            Walk(Layer.Of(project).Assembly, (_, _, _, called) => open.Push(called), (_, _) => { });
        Walk(
            Layer.Of("Foedus.Charter").Assembly,
            (space, type, method, called) =>
            {
                if (string.Equals(space, Checks, StringComparison.Ordinal))
                    open.Push(called);
                else if (string.Equals(space, Model, StringComparison.Ordinal))
                    (calls.TryGetValue(type + "." + method, out var own) ? own : calls[type + "." + method] = []).Add(called);
            },
            (type, method) => getters.Add(type + "." + method));
        while (open.TryPop(out var called))
        {
            if (!read.Add(called))
                continue;
            foreach (var inner in calls.GetValueOrDefault(called, []))
                open.Push(inner);
        }

        return [.. getters.Select(g => (g.Replace(".get_", ".", StringComparison.Ordinal), read.Contains(g)))];
    }

    /// <summary>Goes through an assembly: every call of the model, with the namespace, type and name of the caller; every public getter of the model.</summary>
    private static void Walk(string path, Action<string, string, string, string> call, Action<string, string> getter)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var (space, name) = NameOf(metadata, handle);
            var type = metadata.GetTypeDefinition(handle);
            foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
            {
                var methodName = metadata.GetString(method.Name);
                var isPublic = (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public;
                if (string.Equals(space, Model, StringComparison.Ordinal) && isPublic && methodName.StartsWith("get_", StringComparison.Ordinal) && (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
                    getter(name, methodName);
                if (method.RelativeVirtualAddress == 0 || IsWritten(methodName))
                    continue;
                foreach (var token in Calls(file.GetMethodBody(method.RelativeVirtualAddress).GetILContent()))
                {
                    if (Called(metadata, token) is { } called)
                        call(space, name, methodName, called);
                }
            }
        }
    }

    /// <summary>The methods that the compiler writes for every record read all of it and say nothing of who needs it.</summary>
    private static bool IsWritten(string method) => method is "Equals" or "GetHashCode" or "PrintMembers" or "ToString" or "<Clone>$";

    private static IEnumerable<EntityHandle> Calls(ImmutableArray<byte> code)
    {
        for (var at = 0; at < code.Length;)
        {
            var operation = code[at] == 0xFE ? Long[code[++at]] : Short[code[at]];
            at++;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineTok)
                yield return System.Reflection.Metadata.Ecma335.MetadataTokens.EntityHandle(BitConverter.ToInt32(code.AsSpan(at, 4)));
            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code.AsSpan(at, 4))),
                _ => 4,
            };
        }
    }

    /// <summary>A method of the model as <c>Body.get_Seats</c>; null for any other.</summary>
    private static string? Called(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodSpecification:
                return Called(metadata, metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            case HandleKind.MethodDefinition:
                var method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return Name(NameOf(metadata, method.GetDeclaringType()), metadata.GetString(method.Name));
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                return NameOf(metadata, member.Parent) is { } parent ? Name(parent, metadata.GetString(member.Name)) : null;
            default:
                return null;
        }
    }

    private static string? Name((string Space, string Type) type, string method) => string.Equals(type.Space, Model, StringComparison.Ordinal) ? type.Type + "." + method : null;

    private static (string Space, string Type)? NameOf(MetadataReader metadata, EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                var reference = metadata.GetTypeReference((TypeReferenceHandle)type);
                return (metadata.GetString(reference.Namespace), metadata.GetString(reference.Name));
            case HandleKind.TypeDefinition:
                return NameOf(metadata, (TypeDefinitionHandle)type);
            case HandleKind.TypeSpecification:
                // A generic type: its signature starts with the type that is made generic.
                var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
                return signature.ReadByte() == 0x15 && signature.ReadByte() is 0x11 or 0x12 ? NameOf(metadata, signature.ReadTypeHandle()) : null;
            default:
                return null;
        }
    }

    /// <summary>The outermost type around a type, with its namespace: what a lambda does, its author does.</summary>
    private static (string Space, string Type) NameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        return (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }
}
