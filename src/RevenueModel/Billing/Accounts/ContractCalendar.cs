using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The calendar of an account: its billing periods, fee periods and contract years, all counted from the
/// anchor or the start of the contract.</summary>
internal readonly struct ContractCalendar
{
    private const int MaxYear = 9999; // of a date

    private readonly BillingAccount _account;
    private readonly BillingCycle _cycle;

    public ContractCalendar(BillingAccount account)
    {
        _account = account;
        _cycle = account.Cycle;
    }

    private LocalDate Anchor => _cycle.Anchor ?? _account.ContractStart;

    /// <summary>Returns the billing period that a day belongs to.</summary>
    public DateSpan PeriodOf(LocalDate day) => _cycle.Interval.PeriodOf(Anchor, day);

    /// <summary>Returns the fee period that a day belongs to.</summary>
    public DateSpan FeePeriodOf(LocalDate day) => (_cycle.FeeInterval ?? _cycle.Interval).PeriodOf(Anchor, day);

    /// <summary>Returns the first start of a fee period on or after a day.</summary>
    public LocalDate FeeStartFrom(LocalDate day)
    {
        DateSpan period = FeePeriodOf(day);
        return period.Start == day ? day : period.End!.Value;
    }

    /// <summary>Returns the number of a billing period in the contract, from 1.</summary>
    public int NumberOf(DateSpan period) =>
        _cycle.Interval.IndexOf(Anchor, period.Start) - _cycle.Interval.IndexOf(Anchor, _account.ContractStart) + 1;

    /// <summary>Returns the days of a period that are in the contract.</summary>
    public DateSpan ServiceOf(DateSpan period)
    {
        LocalDate start = LocalDate.Max(period.Start, _account.ContractStart);
        LocalDate end = period.End!.Value;
        return DateSpan.Between(start, _account.ContractEnd is { } ended ? LocalDate.Min(end, ended.On) : end);
    }

    /// <summary>Returns the contract year that a day belongs to, from 1.</summary>
    public int YearOf(LocalDate day)
    {
        int years = day.Year - _account.ContractStart.Year;
        return _account.ContractStart.PlusYears(years) > day ? years : years + 1;
    }

    /// <summary>Returns the end of a contract year, or <see langword="null"/> if it is beyond the year 9999.</summary>
    public LocalDate? EndOfYear(int year) => _account.ContractStart.Year + year <= MaxYear
        ? _account.ContractStart.PlusYears(year)
        : null;

    /// <summary>Returns the first day of a contract year.</summary>
    public LocalDate StartOfYear(int year) => _account.ContractStart.PlusYears(year - 1);
}
