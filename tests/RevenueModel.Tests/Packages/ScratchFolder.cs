
namespace RevenueModel.Tests.Packages;

/// <summary>A new folder outside the repository, which is deleted when this object is disposed.</summary>
public sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("revenuemodel-");

    public string Path => _folder.FullName;

    public string PathOf(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose() => _folder.Delete(recursive: true);
}
