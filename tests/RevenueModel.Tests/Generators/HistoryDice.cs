namespace RevenueModel.Tests.Generators;

/// <summary>Random choices from a seed.</summary>
internal sealed class HistoryDice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A whole number from a least to a most, both included.</summary>
    public int From(int least, int most) => _random.Next(least, most + 1);

    /// <summary>Returns true with a probability in percent.</summary>
    public bool Percent(int percent) => _random.Next(100) < percent;

    public T Of<T>(params T[] items) => items[_random.Next(items.Length)];

    /// <summary>An amount or a quantity: whole, in hundredths or in thousandths.</summary>
    public decimal Amount(int most) => From(0, 5) switch
    {
        0 => From(0, most * 100) / 100m,
        1 => From(0, most * 1_000) / 1_000m,
        _ => From(0, most),
    };
}
