using NodaTime;
using RevenueModel.Pipeline;

namespace RevenueModel.Forecasting;

/// <summary>What a cell of a weighted forecast is of.</summary>
/// <param name="Month">The month in which the deals are expected to close, or were won or lost; <see langword="null"/>
/// where the date is not known.</param>
/// <param name="Segment">The name of the segment, or <see langword="null"/> where it is not recorded.</param>
/// <param name="Motion">New logo, expansion or renewal, or <see langword="null"/> where it is not recorded.</param>
/// <param name="Category">The forecast category.</param>
/// <param name="Stage">The stage of open deals; <see langword="null"/> for closed ones.</param>
public readonly record struct ForecastKey(
    YearMonth? Month,
    string? Segment,
    DealMotion? Motion,
    ForecastCategory Category,
    string? Stage) : IComparable<ForecastKey>
{
    /// <summary>Orders by month, segment, motion, category and stage; what is not recorded comes last.</summary>
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

    /// <summary>Whether one key comes before the other.</summary>
    public static bool operator <(ForecastKey left, ForecastKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether one key comes after the other.</summary>
    public static bool operator >(ForecastKey left, ForecastKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether one key comes before the other or is the same.</summary>
    public static bool operator <=(ForecastKey left, ForecastKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one key comes after the other or is the same.</summary>
    public static bool operator >=(ForecastKey left, ForecastKey right) => left.CompareTo(right) >= 0;

    private static int NullLast(string? x, string? y) =>
        x is null || y is null ? (x is null ? 1 : 0) - (y is null ? 1 : 0) : string.CompareOrdinal(x, y);

    private static int NullLast<T>(T? x, T? y)
        where T : struct, IComparable<T> => x is { } left && y is { } right
            ? left.CompareTo(right)
            : (x is null ? 1 : 0) - (y is null ? 1 : 0);
}
