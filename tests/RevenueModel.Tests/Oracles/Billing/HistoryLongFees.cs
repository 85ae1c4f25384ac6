using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>
/// Computes base fees whose interval is longer than that of usage, by the days on which they are due.
/// </summary>
internal static class HistoryLongFees
{
    /// <summary>The amounts due on days of a billing period, each of one plan: fee and percent discount.</summary>
    public static IEnumerable<(LocalDate Due, ExactFraction Fee, ExactFraction Discount)> Due(
        History history, HistoryCalendar calendar, DateSpan service)
    {
        DateSpan whole = calendar.FeePeriodOf(service.Start);
        LocalDate contractEnd = history.End?.On ?? LocalDate.MaxIsoValue;
        LocalDate from = LocalDate.Max(whole.Start, history.Start);
        LocalDate served = LocalDate.Min(whole.End!.Value, contractEnd);
        LocalDate to = history.End?.Fee == EarlyEndFee.InFull ? whole.End!.Value : served;
        List<HistoryPart> parts = HistoryPart.Of(history, calendar, from, served);
        var days = new HistoryFeeDays(whole, from, to, parts);
        bool isInAdvance = history.Cycle.Fee == FeeTiming.InAdvance;
        bool[] isBilled = new bool[Period.DaysBetween(from, to)];
        var due = new List<(LocalDate Due, ExactFraction Fee, ExactFraction Discount)>();
        if (isInAdvance)
        {
            Add(from, 0, days.ShareOf(0, days.Bearers, _ => true));
        }

        for (int part = 1; part < parts.Count; part++)
        {
            int[] before = days.Change(part);
            int[] after = days.Bearers;
            LocalDate on = parts[part].From;
            int at = Period.DaysBetween(from, on);
            for (int owner = 0; owner <= part; owner++)
            {
                if (isInAdvance)
                {
                    Add(on, owner, Zero - days.ShareOf(owner, before, day => after[day] != owner));
                    Add(on, owner, days.ShareOf(owner, after, day => before[day] != owner));
                }
                else
                {
                    // What is billed and now has another bearer is given back; what elapsed is billed if the fee ends.
                    bool ends = before.AsSpan(at).IndexOf(owner) >= 0 && after.AsSpan(at).IndexOf(owner) < 0;
                    Add(on, owner,
                        Zero - days.ShareOf(owner, before, day => isBilled[day] && after[day] != owner));
                    Add(on, owner,
                        days.ShareOf(owner, after, day => ends && day < at && !isBilled[day]));
                }
            }

            for (int day = 0; day < isBilled.Length; day++)
            {
                bool ends = after.AsSpan(at).IndexOf(after[day]) < 0;
                isBilled[day] = after[day] == before[day] ? isBilled[day] || (day < at && ends) : false;
            }
        }

        for (int owner = 0; owner < parts.Count && !isInAdvance; owner++)
        {
            LocalDate on = served == service.End ? LocalDate.Max(service.Start, parts[owner].From) : served;
            Add(on, owner, days.ShareOf(owner, days.Bearers, day => !isBilled[day]));
        }

        return due.Where(one => service.Contains(one.Due));

        void Add(LocalDate on, int owner, ExactFraction share)
        {
            ExactFraction fee = share * Exact(parts[owner].Plan.BaseFee);
            if (fee != Zero)
            {
                due.Add((on, fee, fee * Exact(parts[owner].Plan.PercentDiscount)));
            }
        }
    }
}
