using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Tests.Generators;

/// <summary>Subscriptions of several accounts with the as-of month, the rules and the options of a report.</summary>
public sealed record RevenueBook(
    ValueList<Subscription> Subscriptions, YearMonth AsOf, RevenueRules Rules, RetentionOptions Options)
{
    /// <summary>Returns the history of the subscriptions.</summary>
    public RevenueHistory History() => RevenueHistory.Of(Subscriptions, AsOf, Rules);
}
