using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The key of a cell of a weighted forecast.</summary>
/// <param name="Month">The month in which the deals are expected to close, or were won or lost, or
/// <see langword="null"/> if the date is unknown.</param>
/// <param name="Segment">The name of the segment, or <see langword="null"/> if it is not recorded.</param>
/// <param name="Motion">The sales motion, or <see langword="null"/> if it is not recorded.</param>
/// <param name="Category">The forecast category.</param>
/// <param name="Stage">The stage of open deals; <see langword="null"/> for closed ones.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct ForecastKey(
    YearMonth? Month,
    string? Segment,
    DealMotion? Motion,
    ForecastCategory Category,
    string? Stage) : IComparable<ForecastKey>
{
    /// <summary>Compares two keys by month, segment, motion, category and stage. A property that is not recorded comes
    /// last.</summary>
    /// <param name="other">The other key.</param>
    /// <returns>Negative, zero or positive if this key is before, equal to or after the other.</returns>
    public int CompareTo(ForecastKey other)
    {
        int order = NullLast(Month, other.Month);
        order = order != 0 ? order : NullLast(Segment, other.Segment);
        order = order != 0 ? order : NullLast((int?)Motion, (int?)other.Motion);
        order = order != 0 ? order : Category.CompareTo(other.Category);
        return order != 0 ? order : NullLast(Stage, other.Stage);
    }

    /// <summary>Returns the month, segment, motion, category and stage.</summary>
    public override string ToString()
    {
        string month = Month is { } known ? Invariant($"{known:uuuu-MM}") : "no month";
        string motion = Motion?.ToString() ?? "no motion";
        return Invariant($"{month}, {Segment ?? "no segment"}, {motion}, {Category}, {Stage ?? "closed"}");
    }

    /// <summary>Returns whether the first key comes before the second.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    /// <returns><see langword="true"/> if the condition holds.</returns>
    public static bool operator <(ForecastKey left, ForecastKey right) => left.CompareTo(right) < 0;

    /// <summary>Returns whether the first key comes after the second.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    /// <returns><see langword="true"/> if the condition holds.</returns>
    public static bool operator >(ForecastKey left, ForecastKey right) => left.CompareTo(right) > 0;

    /// <summary>Returns whether the first key comes before the second or is equal to it.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    /// <returns><see langword="true"/> if the condition holds.</returns>
    public static bool operator <=(ForecastKey left, ForecastKey right) => left.CompareTo(right) <= 0;

    /// <summary>Returns whether the first key comes after the second or is equal to it.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    /// <returns><see langword="true"/> if the condition holds.</returns>
    public static bool operator >=(ForecastKey left, ForecastKey right) => left.CompareTo(right) >= 0;

    private static int NullLast(string? x, string? y) =>
        x is null || y is null ? (x is null ? 1 : 0) - (y is null ? 1 : 0) : string.CompareOrdinal(x, y);

    private static int NullLast<T>(T? x, T? y)
        where T : struct, IComparable<T> => x is { } left && y is { } right
            ? left.CompareTo(right)
            : (x is null ? 1 : 0) - (y is null ? 1 : 0);
}
