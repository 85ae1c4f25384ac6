using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The deals as they were known on one day of a backtest, and the period to forecast.</summary>
/// <remarks>
/// A deal created later is missing. A deal that closed later is open. An open deal has the id, the day of creation,
/// the account, segment, product, motion and regulation; everything else of an export is of a later day, and is
/// missing: stage and its day, category, expected close, engagement, partners, competition, and the amount unless
/// <see cref="BacktestOptions.Amounts"/> says that it was known. Its stage is <see cref="UnknownStage"/>.
/// </remarks>
public sealed class KnownDeals
{
    /// <summary>The stage of an open deal, which the data of a later day do not tell.</summary>
    public const string UnknownStage = "(unknown)";

    internal KnownDeals(LocalDate asOf, DateSpan period, ValueList<Opportunity> opportunities)
    {
        AsOf = asOf;
        Period = period;
        Opportunities = opportunities;
    }

    /// <summary>Gets the day.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Gets the period to forecast, from the next day on.</summary>
    public DateSpan Period { get; }

    /// <summary>Gets the deals as they were known.</summary>
    public ValueList<Opportunity> Opportunities { get; }

    /// <summary>Returns the day, the period and the number of deals.</summary>
    public override string ToString() =>
        Invariant($"as of {AsOf:R}, for {Period}: {Plural.Of(Opportunities.Count, "deal")}");

    /// <summary>Returns a deal as it was known on a day, or null if it was not.</summary>
    internal static Opportunity? On(Opportunity opportunity, LocalDate asOf, AmountKnown amounts)
    {
        if (opportunity.Created is not { } created || created > asOf)
        {
            return null;
        }

        if (opportunity.Closed is { } closed && closed <= asOf)
        {
            return opportunity;
        }

        // A closed deal without a close date may have closed on any day.
        if (!opportunity.IsOpen && opportunity.Closed is null)
        {
            return null;
        }

        return new Opportunity
        {
            Id = opportunity.Id,
            Stage = UnknownStage,
            Timeline = DealTimeline.Open(created),
            Amount = amounts == AmountKnown.AtCreation ? opportunity.Amount : null,
            Account = opportunity.Account,
            Segment = opportunity.Segment,
            Product = opportunity.Product,
            Motion = opportunity.Motion,
            RegulatoryTrigger = opportunity.RegulatoryTrigger,
        };
    }
}
