using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Options resolved for a history of known length: positions of months, periods, windows and
/// cohorts.</summary>
/// <remarks>
/// Positions count months from one. A row holds a zero before the first month, the months, and at least four zeros
/// after them, so that vectors can read the month before and beyond the last one.
/// </remarks>
internal sealed class RetentionPlan
{
    private const int Lanes = 4;

    public RetentionPlan(RetentionOptions options, RetentionParts parts, YearMonth first, int months, string name)
    {
        Name = name;
        Options = options;
        Parts = (parts & ~RetentionParts.All) == RetentionParts.None
            ? parts
            : throw DomainGuards.OutOfRange(nameof(parts), (int)parts, "a combination of RetentionParts");
        FirstIndex = MonthIndex.Of(first);
        Months = months;
        Stride = StrideOf(months);
        int through = PositionOf(options.Through, months, nameof(RetentionOptions.Through), name);
        int from = PositionOf(options.From, 1, nameof(RetentionOptions.From), name);
        if (from > through)
        {
            throw new ArgumentException(
                Invariant($"{nameof(RetentionOptions.From)} was {options.From}; {MonthOf(through)} or earlier, ")
                    + "the last month to report, is expected.",
                name);
        }

        Through = through;
        Periods = PeriodsOf(from, through);
        CohortPeriods = PeriodsOf(1, through);
        if (CohortPeriods.Length > 0 && CohortPeriods[^1] is var last && !IsWhole(last))
        {
            CohortPeriods = CohortPeriods[..^1];
        }
    }

    /// <summary>Gets the parameter of the caller that holds the options.</summary>
    public string Name { get; }

    public RetentionOptions Options { get; }

    public RetentionParts Parts { get; }

    /// <summary>Gets the number of months of the history.</summary>
    public int Months { get; }

    /// <summary>Gets the length of a row.</summary>
    public int Stride { get; }

    /// <summary>Gets the position of the last month to report.</summary>
    public int Through { get; }

    /// <summary>Gets the periods to report.</summary>
    public PlanPeriod[] Periods { get; }

    /// <summary>Gets the whole periods from the start of the history, which cohorts start in.</summary>
    public PlanPeriod[] CohortPeriods { get; }

    private int FirstIndex { get; }

    public static int StrideOf(int months) => ((months + Lanes - 1) / Lanes * Lanes) + 1 + Lanes;

    public bool Asks(RetentionParts part) => (Parts & part) != RetentionParts.None;

    public YearMonth MonthOf(int position) => MonthIndex.ToMonth(FirstIndex + position - 1);

    private int PositionOf(YearMonth? month, int fallback, string property, string name)
    {
        if (month is not { } given)
        {
            return fallback;
        }

        int position = MonthIndex.Of(given) - FirstIndex + 1;
        return position >= 1 && position <= Months
            ? position
            : throw new ArgumentException(
                Invariant($"{property} was {given}; a month of the history, {MonthOf(1)} through {MonthOf(Months)}, ")
                    + "is expected.",
                name);
    }

    private PlanPeriod[] PeriodsOf(int from, int through)
    {
        var periods = new List<PlanPeriod>();
        int first = from;
        for (int position = from; position <= through; position++)
        {
            if (position == through || KeyOf(MonthOf(position)) != KeyOf(MonthOf(position + 1)))
            {
                string name = KeyOf(MonthOf(first));
                periods.Add(new PlanPeriod(
                    first, position, new BridgePeriod(name, MonthOf(first), MonthOf(position))));
                first = position + 1;
            }
        }

        return [.. periods];
    }

    private bool IsWhole(PlanPeriod period) =>
        KeyOf(MonthOf(period.Last)) != KeyOf(MonthOf(period.Last + 1));

    private string KeyOf(YearMonth month) => Options.Interval switch
    {
        ReportInterval.Quarter => Options.Calendar.QuarterOf(month).ToString(),
        ReportInterval.FiscalYear => Invariant($"FY{Options.Calendar.QuarterOf(month).Year:0000}"),
        _ => Invariant($"{month}"),
    };
}

/// <summary>A period by the positions of its first and last month.</summary>
internal sealed record PlanPeriod(int First, int Last, BridgePeriod Period);
