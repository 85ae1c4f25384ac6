using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RevenueModel.Tests.Packages;

/// <summary>The source files that the symbols of an assembly (a portable PDB) name.</summary>
public sealed class Symbols
{
    // The kind of the custom debug information that holds the text of a source file.
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public Symbols(byte[] pdb)
    {
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbImage([.. pdb]);
        MetadataReader reader = provider.GetMetadataReader();
        Documents = reader.Documents.ToImmutableDictionary(
            handle => reader.GetString(reader.GetDocument(handle).Name),
            handle => reader.GetCustomDebugInformation(handle)
                .Any(info => reader.GetGuid(reader.GetCustomDebugInformation(info).Kind) == EmbeddedSource));
    }

    /// <summary>The path of each source file, and whether the symbols contain its text.</summary>
    public ImmutableDictionary<string, bool> Documents { get; }

    /// <summary>Returns the path of the symbols that an assembly names.</summary>
    public static string PathInAssembly(byte[] assembly)
    {
        using var reader = new PEReader([.. assembly]);
        return reader.ReadDebugDirectory()
            .Where(entry => entry.Type == DebugDirectoryEntryType.CodeView)
            .Select(entry => reader.ReadCodeViewDebugDirectoryData(entry).Path)
            .Single();
    }
}
