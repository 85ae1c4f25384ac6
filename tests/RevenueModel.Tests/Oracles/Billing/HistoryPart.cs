using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>Days on which one plan is in force, and how the change at their start treats the fee.</summary>
internal sealed record HistoryPart(LocalDate From, LocalDate To, PricePlan Plan, PlanChangeConvention How)
{
    /// <summary>The parts of some days; a change to an equal plan is none.</summary>
    public static List<HistoryPart> Of(History history, HistoryCalendar calendar, LocalDate from, LocalDate to)
    {
        SortedDictionary<LocalDate, HistoryChange> changes = [];
        foreach (HistoryChange change in history.Changes)
        {
            changes[calendar.EffectiveDay(change)] = change;
        }

        List<HistoryPart> parts = [new(from, to, history.Plan, PlanChangeConvention.ProratedByDays)];
        foreach ((LocalDate on, HistoryChange change) in changes.Where(one => one.Key < to))
        {
            HistoryPart last = parts[^1];
            if (on <= from)
            {
                parts = [last with { Plan = change.Plan }];
            }
            else if (change.Plan != last.Plan)
            {
                parts[^1] = last with { To = on };
                parts.Add(new HistoryPart(on, to, change.Plan, change.Convention));
            }
        }

        return parts;
    }
}

/// <summary>Which part's fee each day of a span bears, by the conventions of changes.</summary>
/// <param name="whole">The whole period of the fee.</param>
/// <param name="from">The first day that bears a fee.</param>
/// <param name="to">The end of the days that bear one.</param>
/// <param name="parts">The parts within.</param>
internal sealed class HistoryFeeDays(DateSpan whole, LocalDate from, LocalDate to, IReadOnlyList<HistoryPart> parts)
{
    private readonly int[] _bearer = new int[Period.DaysBetween(from, to)];

    /// <summary>Applies the change at the start of a part, and returns the part of each day before it.</summary>
    public int[] Change(int part)
    {
        int[] before = [.. _bearer];
        int at = Period.DaysBetween(from, parts[part].From);
        PlanChangeConvention how = parts[part].How;
        if (how == PlanChangeConvention.FullDifference)
        {
            int first = Array.IndexOf(_bearer, _bearer[at]); // from which the fee stands that is replaced
            Array.Fill(_bearer, part, first, _bearer.Length - first);
        }
        else
        {
            int[] changed = [.. _bearer];
            Array.Fill(changed, part, at, changed.Length - at);
            if (how != PlanChangeConvention.NoRefund || Net(changed, at) >= Net(_bearer, at))
            {
                changed.CopyTo(_bearer, 0);
            }
        }

        return before;
    }

    public int[] Bearers => [.. _bearer];

    /// <summary>Returns the share of a whole fee for the days of a part.</summary>
    public ExactFraction ShareOf(int part, int[] bearers, Func<int, bool> isCounted)
    {
        ExactFraction share = default;
        for (int i = 0; i < bearers.Length; i++)
        {
            if (bearers[i] == part && isCounted(i))
            {
                share += HistoryCalendar.Days(from.PlusDays(i), from.PlusDays(i + 1), parts[part].Plan.DayCount);
            }
        }

        return share / HistoryCalendar.Days(whole.Start, whole.End!.Value, parts[part].Plan.DayCount);
    }

    private ExactFraction Net(int[] bearers, int at)
    {
        ExactFraction net = default;
        for (int part = 0; part < parts.Count; part++)
        {
            PricePlan plan = parts[part].Plan;
            net += ShareOf(part, bearers, day => day >= at)
                * ExactFraction.Of(plan.BaseFee) * ExactFraction.Of(1m - plan.PercentDiscount);
        }

        return net;
    }
}
