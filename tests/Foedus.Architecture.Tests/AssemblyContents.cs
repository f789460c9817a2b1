using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Foedus.Architecture.Tests;

/// <summary>What a built assembly refers to, read from its metadata: nothing that the compiler resolved escapes it.</summary>
/// <param name="References">The names of the assemblies that it uses.</param>
/// <param name="Types">The full names of the foreign types that it uses.</param>
/// <param name="Members">The foreign members that it uses, as <c>Namespace.Type.Member</c>.</param>
internal sealed record AssemblyContents(IReadOnlyList<string> References, IReadOnlyList<string> Types, IReadOnlyList<string> Members)
{
    public static AssemblyContents Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
        var types = metadata.TypeReferences.Select(handle => FullName(metadata, handle));
        var members = metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => FullName(metadata, (TypeReferenceHandle)member.Parent) + "." + metadata.GetString(member.Name));
        return new AssemblyContents([.. references], [.. types], [.. members.Distinct(StringComparer.Ordinal)]);
    }

    private static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
            return FullName(metadata, (TypeReferenceHandle)type.ResolutionScope) + "." + name;
        var space = metadata.GetString(type.Namespace);
        return space.Length == 0 ? name : space + "." + name;
    }
}
