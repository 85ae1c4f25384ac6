using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Divides a span of days into pay periods.</summary>
internal static class PayPeriods
{
    /// <summary>Returns the pay periods of a span.</summary>
    /// <exception cref="ArgumentException">The span is not a whole number of pay periods.</exception>
    public static DateSpan[] Of(DateSpan span, PayFrequency frequency, string name) => frequency switch
    {
        PayFrequency.Weekly => ByDays(span, 7, name),
        PayFrequency.BiWeekly => ByDays(span, 14, name),
        PayFrequency.SemiMonthly => ByHalfMonths(span, name),
        PayFrequency.Quarterly => ByMonths(span, 3, name),
        PayFrequency.Yearly => ByMonths(span, 12, name),
        _ => ByMonths(span, 1, name),
    };

    private static DateSpan[] ByMonths(DateSpan span, int each, string name)
    {
        int months = ProrationCalculator.MonthsIn(span, name);
        if (months % each != 0)
        {
            throw DomainGuards.OutOfRange(name, span, Invariant($"a number of months that {each} divides"));
        }

        var periods = new DateSpan[months / each];
        for (int i = 0; i < periods.Length; i++)
        {
            periods[i] = ProrationCalculator.PeriodOf(span, i, each);
        }

        return periods;
    }

    private static DateSpan[] ByDays(DateSpan span, int each, string name)
    {
        if (span.Days is not { } days || days % each != 0)
        {
            throw DomainGuards.OutOfRange(name, span, Invariant($"a number of days that {each} divides"));
        }

        var periods = new DateSpan[days / each];
        for (int i = 0; i < periods.Length; i++)
        {
            LocalDate start = span.Start.PlusDays(i * each);
            periods[i] = DateSpan.Between(start, start.PlusDays(each));
        }

        return periods;
    }

    private static DateSpan[] ByHalfMonths(DateSpan span, string name)
    {
        var periods = new List<DateSpan>();
        LocalDate start = span.Start;
        while (start < span.End)
        {
            LocalDate next = start.Day == 1 ? start.PlusDays(15) : start.PlusDays(-15).PlusMonths(1);
            if (start.Day is not (1 or 16) || next > span.End)
            {
                break;
            }

            periods.Add(DateSpan.Between(start, next));
            start = next;
        }

        return start == span.End
            ? [.. periods]
            : throw DomainGuards.OutOfRange(name, span, "a span that starts and ends on the 1st or 16th of a month");
    }
}
