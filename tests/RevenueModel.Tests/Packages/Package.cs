using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace RevenueModel.Tests.Packages;

/// <summary>A package file (<c>.nupkg</c> or <c>.snupkg</c>) and its manifest.</summary>
public sealed class Package
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    private Package(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream stream = entry.Open();
            var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            _files.Add(entry.FullName, bytes.ToArray());
        }

        string manifest = _files.Keys.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal));
        Metadata = XDocument.Load(new MemoryStream(_files[manifest])).Root!.Elements().Single();
    }

    /// <summary>The <c>metadata</c> element of the manifest.</summary>
    public XElement Metadata { get; }

    public IEnumerable<string> Files => _files.Keys;

    /// <summary>Returns the version range that a dependency is declared with.</summary>
    public string VersionOf(string dependency) =>
        Elements("dependency").First(element => element.Attribute("id")!.Value == dependency)
            .Attribute("version")!.Value;

    /// <summary>The ids of the packages that this one needs.</summary>
    public IEnumerable<string> Dependencies =>
        Elements("dependency").Select(dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal);

    /// <summary>Opens the package of this name, of whatever version, in a folder.</summary>
    public static Package Open(string folder, string name, string extension)
    {
        // RevenueModel.*.nupkg is also the name of every companion; a version starts with a digit.
        string path = Directory.GetFiles(folder, $"{name}.*{extension}")
            .Single(file => char.IsAsciiDigit(Path.GetFileName(file)[name.Length + 1]));
        return new Package(path);
    }

    public byte[] Read(string file) => _files[file];

    /// <summary>Returns the text of a file, with a line feed at the end of each line.</summary>
    public string Text(string file) =>
        Encoding.UTF8.GetString(_files[file]).TrimStart('\uFEFF').ReplaceLineEndings("\n");

    public IEnumerable<XElement> Elements(string name) =>
        Metadata.Descendants().Where(element => element.Name.LocalName == name);

    public string? Value(string name) => Elements(name).SingleOrDefault()?.Value;
}
