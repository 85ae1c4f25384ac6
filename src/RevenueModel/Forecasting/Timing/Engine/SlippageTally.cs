using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Counts pushes, errors and slipped deals.</summary>
internal sealed class SlippageTally(LocalDate asOf, FiscalCalendar calendar, int[] leadDays, double confidence)
{
    private readonly List<DealSlippage> _deals = [];
    private readonly List<int>[] _errors = [.. Enumerable.Range(0, leadDays.Length + 1).Select(_ => new List<int>())];
    private readonly SortedDictionary<YearQuarter, QuarterSlippage> _quarters = [];
    private int _withoutHistory;
    private int _excluded;
    private int _contradictory;

    /// <summary>Adds a deal.</summary>
    public void Add(Opportunity opportunity, DealHistory? history)
    {
        TimingTally.Standing standing = TimingTally.StandingOf(opportunity, asOf);
        if (standing > TimingTally.Standing.Lost)
        {
            _excluded++;
            return;
        }

        if (history is null)
        {
            _withoutHistory++;
            return;
        }

        if (Contradicts(history, standing))
        {
            _contradictory++;
            return;
        }

        LocalDate created = opportunity.Created!.Value;
        LocalDate? closed = standing == TimingTally.Standing.Open ? null : opportunity.Closed;
        var expected = new ExpectedClose(opportunity, history);
        int? atCreation = null;
        if (standing == TimingTally.Standing.Won)
        {
            atCreation = AddError(0, expected, created, closed!.Value);
            for (int i = 0; i < leadDays.Length; i++)
            {
                if (Period.DaysBetween(created, closed.Value) >= leadDays[i])
                {
                    AddError(i + 1, expected, closed.Value.PlusDays(-leadDays[i]), closed.Value);
                }
            }
        }

        _deals.Add(expected.Count(opportunity.Id, asOf, closed, atCreation));
        AddQuarters(expected, created, closed, standing == TimingTally.Standing.Won);
    }

    /// <summary>Returns the figures.</summary>
    public Slippage ToSlippage()
    {
        var errors = new CloseDateError[_errors.Length];
        for (int i = 0; i < errors.Length; i++)
        {
            errors[i] = ErrorOf(i == 0 ? null : leadDays[i - 1], _errors[i]);
        }

        return new Slippage
        {
            AsOf = asOf,
            Deals = _deals.ToValueList(),
            WithoutHistoryCount = _withoutHistory,
            ExcludedCount = _excluded,
            ContradictoryCount = _contradictory,
            Errors = ValueList.Own(errors),
            Quarters = _quarters.Values
                .Select(quarter => quarter with
                {
                    Interval = ProportionCalculator.Wilson(quarter.Slipped, quarter.Expected, confidence),
                })
                .ToValueList(),
        };
    }

    // Whether the history had another state on the day of the measurement. A close without a date states no day.
    private bool Contradicts(DealHistory history, TimingTally.Standing standing)
    {
        bool isOpen = standing == TimingTally.Standing.Open;
        if (history.Outcome == DealOutcome.Open || history.Closed > asOf)
        {
            return !isOpen;
        }

        return isOpen
            ? history.Closed is not null
            : history.Outcome != (standing == TimingTally.Standing.Won ? DealOutcome.Won : DealOutcome.Lost);
    }

    private static CloseDateError ErrorOf(int? lead, List<int> errors)
    {
        errors.Sort();
        long sum = 0;
        long absolute = 0;
        foreach (int error in errors)
        {
            sum += error;
            absolute += Math.Abs((long)error);
        }

        return errors.Count == 0
            ? new CloseDateError(lead, 0, null, null, null)
            : new CloseDateError(
                lead,
                errors.Count,
                (decimal)sum / errors.Count,
                QuantileCalculator.Quantile(errors, 0.5m),
                (decimal)absolute / errors.Count);
    }

    private int? AddError(int place, ExpectedClose expected, LocalDate day, LocalDate closed)
    {
        if (expected.On(day) is not { } date)
        {
            return null;
        }

        int error = Period.DaysBetween(date, closed);
        _errors[place].Add(error);
        return error;
    }

    // The quarters at whose start the deal was open and that ended by the day of the measurement. A quarter is looked
    // up by its last day, since the first day of the next one may be after the year 9999.
    private void AddQuarters(ExpectedClose expected, LocalDate created, LocalDate? closed, bool isWon)
    {
        YearQuarter last = calendar.QuarterOf(asOf);
        YearQuarter quarter = calendar.QuarterOf(created);
        while (quarter < last)
        {
            quarter = quarter.PlusQuarters(1);
            LocalDate start = calendar.FirstDayOf(quarter);
            LocalDate end = start.PlusMonths(2).With(DateAdjusters.EndOfMonth);
            if (closed < start || end > asOf)
            {
                return;
            }

            if (expected.On(start.PlusDays(-1)) is { } date && date >= start && date <= end)
            {
                bool isClosed = closed <= end;
                QuarterSlippage counted = _quarters.GetValueOrDefault(quarter) with { Quarter = quarter };
                _quarters[quarter] = counted with
                {
                    Won = counted.Won + (isClosed && isWon ? 1 : 0),
                    Lost = counted.Lost + (isClosed && !isWon ? 1 : 0),
                    Slipped = counted.Slipped + (isClosed ? 0 : 1),
                };
            }
        }
    }
}
