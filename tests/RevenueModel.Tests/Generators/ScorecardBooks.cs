using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Kpis;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Tests.Generators;

/// <summary>Generates the data of a scorecard through June 2027, with deals of two segments and without one.</summary>
public static class ScorecardBooks
{
    private static readonly LocalDate Last = new(2027, 8, 31);
    private static readonly Gen<string?> Segment = Gen.Elements("A", "B", null);
    private static readonly Gen<bool> Coin = Gen.Elements(false, true);
    private static readonly Gen<LocalDate> Day = Gen.Choose(0, 900).Select(days => Last.PlusDays(-days));

    public static Arbitrary<ScorecardBook> Book() => Arb.From(
        from deals in Deal().ListOf().Resize(40)
        from accounts in Account().ListOf().Resize(15)
        from pocs in Pilot().ListOf().Resize(20)
        select new ScorecardBook(new ScorecardData
        {
            Opportunities = [.. deals.Select((deal, i) => deal with { Id = $"D{i}" })],
            Subscriptions =
            [
                .. accounts.SelectMany((account, i) => account.Subscriptions.Select(
                    each => each with { Account = $"A{i}", Segment = account.Segment })),
            ],
            Pocs = [.. pocs.Select((poc, i) => poc with { Id = $"P{i}" })],
            Sites = [.. accounts.Select((account, i) => account.Sites with { Account = $"A{i}" })],
            Revenues = [.. accounts.Select((account, i) => account.Revenue with { Account = $"A{i}" })],
        }));

    private static Gen<Opportunity> Deal() =>
        from segment in Segment
        from closed in Day
        from length in Gen.Choose(0, 900)
        from isWon in Coin
        from knowsStart in Gen.Elements(true, true, true, false)
        from rivals in Gen.Choose(0, 3)
        from competitive in Gen.Elements<bool?>(true, null)
        from engaged in Gen.Elements<BuyerEngagement?>(
            null, BuyerEngagement.None, BuyerEngagement.IT, BuyerEngagement.Both)
        from hasTrigger in Coin
        let created = knowsStart ? closed.PlusDays(-length) : (LocalDate?)null
        select new Opportunity
        {
            Id = "D",
            Stage = "Closed",
            Segment = segment,
            Timeline = isWon ? DealTimeline.Won(created, closed) : DealTimeline.Lost(created, closed),
            IsCompetitive = competitive,
            Rivals = [.. new[] { "X", "Y", "Z" }.Take(rivals)],
            BuyerEngagement = engaged,
            RegulatoryTrigger = hasTrigger ? new RegulatoryTrigger { Name = "NIS2" } : null,
        };

    private static Gen<Poc> Pilot() =>
        from segment in Segment
        from started in Day
        from length in Gen.Choose(0, 300)
        from outcome in Gen.Elements(Enum.GetValues<PocOutcome>())
        from cause in Gen.Elements<PocStopCause?>(null, PocStopCause.AlertFlood, PocStopCause.MissedAssets)
        select new Poc
        {
            Id = "P",
            Account = "A",
            Segment = segment,
            Started = started,
            Ended = outcome == PocOutcome.Running ? null : started.PlusDays(length),
            Outcome = outcome,
            StopCause = outcome == PocOutcome.Stopped ? cause : null,
            ProductionArr = 100_000m,
        };

    private static Gen<AccountBook> Account() =>
        from segment in Segment
        from start in Day
        from months in Gen.Choose(1, 30)
        from amounts in Gen.Choose(1, 500_000).ArrayOf().Resize(3)
        from live in Day.ArrayOf().Resize(5)
        from recurring in Gen.Choose(0, 100_000)
        from services in Gen.Choose(0, 100_000)
        select new AccountBook(
            segment,
            [
                .. amounts.Select((amount, i) => new Subscription
                {
                    Account = "A",
                    Amount = amount / 100m,
                    Interval = RecurringInterval.Annual,
                    Term = DateSpan.Between(start.PlusMonths(months * i), start.PlusMonths(months * (i + 1))),
                }),
            ],
            new AccountSites { Account = "A", Segment = segment, TotalSites = 20, LiveDates = [.. live] },
            new AccountRevenue { Account = "A", Segment = segment, Recurring = recurring, Services = services });

    private sealed record AccountBook(
        string? Segment, ValueList<Subscription> Subscriptions, AccountSites Sites, AccountRevenue Revenue);
}

/// <summary>The data of a scorecard, as a parameter of a property.</summary>
public sealed record ScorecardBook(ScorecardData Data)
{
    /// <summary>Returns a part of the data; all records of an account are in one part.</summary>
    public ScorecardData Part(int part, int parts)
    {
        bool Has(string account) => int.Parse(account.AsSpan(1), null) % parts == part;
        return new ScorecardData
        {
            Opportunities = [.. Data.Opportunities.Where((_, i) => i % parts == part)],
            Subscriptions = [.. Data.Subscriptions.Where(each => Has(each.Account))],
            Pocs = [.. Data.Pocs.Where((_, i) => i % parts == part)],
            Sites = [.. Data.Sites.Where(each => Has(each.Account))],
            Revenues = [.. Data.Revenues.Where(each => Has(each.Account))],
        };
    }
}
