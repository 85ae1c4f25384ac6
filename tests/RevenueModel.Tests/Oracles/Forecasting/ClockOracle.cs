using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Tests.Oracles.Forecasting;

/// <summary>Clock days counted day by day, and deals as subjects, without the engine of the library.</summary>
internal static class ClockOracle
{
    public static decimal Days(DealClock clock, Opportunity deal, LocalDate from, LocalDate to)
    {
        decimal days = 0m;
        for (LocalDate day = from.PlusDays(1); day <= to; day = day.PlusDays(1))
        {
            days += Speed(clock, deal, day);
        }

        return days;
    }

    public static decimal Speed(DealClock clock, Opportunity deal, LocalDate day)
    {
        string?[] names = [deal.Account?.ToLowerInvariant(), deal.Segment?.ToLowerInvariant()];
        bool isFrozen = clock.Freezes.Any(window => window.Days.Contains(day)
            && (window.Scope is null || names.Contains(window.Scope.ToLowerInvariant())));
        decimal[] multipliers = [.. clock.Pulls
            .Where(pull => pull.Days.Contains(day) && pull.Regulation == deal.RegulatoryTrigger?.Name)
            .Select(pull => pull.Multiplier)];
        return isFrozen ? 0m : multipliers.Append(1m).Max();
    }

    /// <summary>The deals known on a day as subjects: won 1, lost 2, open 0. With a first observed day, older deals
    /// are at risk just after their age on the day before it.</summary>
    public static ValueList<SurvivalSubject> Subjects(
        IEnumerable<Opportunity> deals, LocalDate asOf, DealClock? clock = null, LocalDate? observedFrom = null)
    {
        const decimal Instant = 0.000_001m;
        clock ??= new DealClock();
        var subjects = new List<SurvivalSubject>();
        foreach (Opportunity deal in deals)
        {
            if (deal.Created is { } created && created <= asOf && (deal.IsOpen || deal.Closed is not null))
            {
                bool isClosed = deal.Closed <= asOf;
                LocalDate end = isClosed ? deal.Closed!.Value : asOf;
                decimal time = Days(clock, deal, created, end);
                decimal entry = created < observedFrom
                    ? Math.Max(Days(clock, deal, created, observedFrom.Value.PlusDays(-1)), Instant)
                    : 0m;
                if (end < observedFrom || (entry >= time && entry > 0m && !isClosed))
                {
                    continue;
                }

                subjects.Add(new SurvivalSubject
                {
                    Time = time,
                    Cause = !isClosed ? 0 : deal.Outcome == DealOutcome.Won ? 1 : 2,
                    Entry = entry < time ? entry : Math.Max(time - Instant, 0m),
                });
            }
        }

        return [.. subjects];
    }
}
