using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>A weighted-stage forecast: amounts and expected amounts by month, segment, motion, category and stage. It
/// can be grouped by any of them.</summary>
/// <remarks>
/// Lost deals, and open deals that are omitted, are in <see cref="Cells"/>, <see cref="ByCategory"/> and the rollups,
/// under <see cref="ForecastCategory.Omitted"/>. The total and the other groupings exclude them.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record WeightedForecast
{
    internal WeightedForecast(ValueList<Keyed<ForecastKey, ForecastAmounts>> cells, ValueList<string> stages)
    {
        Cells = cells;
        Stages = stages;
    }

    /// <summary>Gets the cells in order, each key once.</summary>
    public ValueList<Keyed<ForecastKey, ForecastAmounts>> Cells { get; }

    /// <summary>Gets the sum of all deals that are not omitted.</summary>
    public ForecastAmounts Total => Rollup().PipelineForecast;

    /// <summary>Gets the stages of the process in order.</summary>
    internal ValueList<string> Stages { get; }

    private WeightedForecast Forecasted => Where(static key => key.Category != ForecastCategory.Omitted);

    /// <summary>Returns the forecast of the cells whose key meets a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The forecast of those cells.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    public WeightedForecast Where(Func<ForecastKey, bool> condition)
    {
        Guard.Against.Null(condition);
        return new WeightedForecast(Cells.Where(cell => condition(cell.Key)).ToValueList(), Stages);
    }

    /// <summary>Returns the forecast by any property of a key, including omitted deals.</summary>
    /// <typeparam name="TKey">The type of the property.</typeparam>
    /// <param name="key">The property by which cells are grouped. The group of <see langword="null"/> is last.</param>
    /// <param name="order">The order of the groups. Default: the order of the type.</param>
    /// <returns>A line for each group.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public ValueList<Keyed<TKey, ForecastAmounts>> By<TKey>(
        Func<ForecastKey, TKey> key,
        IComparer<TKey>? order = null)
    {
        Guard.Against.Null(key);
        var groups = new KeyedGroups<TKey, ForecastAmounts>();
        foreach ((ForecastKey cell, ForecastAmounts amounts) in Cells)
        {
            groups[key(cell)] += amounts;
        }

        return groups.InOrder(static amounts => amounts, order);
    }

    /// <summary>Returns the forecast by month; deals without a date are last.</summary>
    /// <returns>A line for each month.</returns>
    public ValueList<Keyed<YearMonth?, ForecastAmounts>> ByMonth() => Forecasted.By(static key => key.Month);

    /// <summary>Returns the forecast by quarter; deals without a date are last.</summary>
    /// <param name="calendar">The fiscal calendar. Default: the calendar year.</param>
    /// <returns>A line for each quarter.</returns>
    public ValueList<Keyed<YearQuarter?, ForecastAmounts>> ByQuarter(FiscalCalendar calendar = default) =>
        Forecasted.By(key => QuarterOf(key, calendar));

    /// <summary>Returns the forecast by segment, in the order of names; deals without a segment are last.</summary>
    /// <returns>A line for each segment.</returns>
    public ValueList<Keyed<string?, ForecastAmounts>> BySegment() =>
        Forecasted.By(static key => key.Segment, StringComparer.Ordinal);

    /// <summary>Returns the forecast by sales motion: new logo, expansion, renewal, not recorded.</summary>
    /// <returns>A line for each motion.</returns>
    public ValueList<Keyed<DealMotion?, ForecastAmounts>> ByMotion() => Forecasted.By(static key => key.Motion);

    /// <summary>Returns the forecast by stage, in the order of the sales process; won deals, which have no stage, are
    /// last.</summary>
    /// <returns>A line for each stage with deals that are not omitted.</returns>
    public ValueList<Keyed<string?, ForecastAmounts>> ByStage()
    {
        ValueList<string> stages = Stages;
        return Forecasted.By(
            static key => key.Stage,
            Comparer<string?>.Create((x, y) => Position(x).CompareTo(Position(y))));

        int Position(string? stage) => NameLookup.IndexOf(stages.AsSpan(), stage, static name => name);
    }

    /// <summary>Returns the forecast by category, from omitted to closed.</summary>
    /// <returns>A line for each category.</returns>
    public ValueList<Keyed<ForecastCategory, ForecastAmounts>> ByCategory() => By(static key => key.Category);

    /// <summary>Returns the rollup of the categories.</summary>
    /// <returns>The rollup.</returns>
    public CategoryRollup Rollup()
    {
        var rollup = new CategoryRollup();
        foreach ((ForecastKey key, ForecastAmounts amounts) in Cells)
        {
            rollup = rollup.With(key.Category, amounts);
        }

        return rollup;
    }

    /// <summary>Returns the rollup of the categories in each quarter; deals without a date are last.</summary>
    /// <param name="calendar">The fiscal calendar. Default: the calendar year.</param>
    /// <returns>A line for each quarter.</returns>
    public ValueList<Keyed<YearQuarter?, CategoryRollup>> RollupByQuarter(FiscalCalendar calendar = default) =>
        RollupBy(key => QuarterOf(key, calendar));

    /// <summary>Returns the category rollups by any property of a key.</summary>
    /// <typeparam name="TKey">The type of the property.</typeparam>
    /// <param name="key">The property by which cells are grouped. The group of <see langword="null"/> is last.</param>
    /// <param name="order">The order of the groups. Default: the order of the type.</param>
    /// <returns>A line for each group.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public ValueList<Keyed<TKey, CategoryRollup>> RollupBy<TKey>(
        Func<ForecastKey, TKey> key,
        IComparer<TKey>? order = null)
    {
        Guard.Against.Null(key);
        var groups = new KeyedGroups<TKey, CategoryRollup>();
        foreach ((ForecastKey cell, ForecastAmounts amounts) in Cells)
        {
            ref CategoryRollup? rollup = ref groups[key(cell)];
            rollup = (rollup ?? new CategoryRollup()).With(cell.Category, amounts);
        }

        return groups.InOrder(static rollup => rollup, order);
    }

    /// <summary>Returns the total and the number of cells.</summary>
    public override string ToString() => Invariant($"{Total} in {Plural.Of(Cells.Count, "cell")}");

    private static YearQuarter? QuarterOf(ForecastKey key, FiscalCalendar calendar) =>
        key.Month is { } month ? calendar.QuarterOf(month) : null;
}
