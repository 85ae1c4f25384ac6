
namespace RevenueModel.Tests.Packages;

/// <summary>A packed clone of each kind.</summary>
public sealed class Clones : IAsyncLifetime, IDisposable
{
    private readonly Dictionary<CloneKind, Clone> _clones = [];

    public Clone this[CloneKind kind] => _clones[kind];

    public async Task InitializeAsync()
    {
        foreach (CloneKind kind in Enum.GetValues<CloneKind>())
        {
            Clone clone = _clones[kind] = new Clone(kind);
            await clone.PackAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        foreach (Clone clone in _clones.Values)
        {
            clone.Dispose();
        }
    }
}
