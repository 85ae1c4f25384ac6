namespace RevenueModel.Import;

/// <summary>Reads the statuses of subscriptions.</summary>
internal static class SubscriptionStatuses
{
    /// <summary>Returns the meaning of a status, or null if it is unknown.</summary>
    public static SubscriptionStatus? Read(string status) =>
        NameNormalizer.OfValue(status).Replace("celled", "celed", StringComparison.Ordinal) switch
        {
            "active" or "live" or "current" or "nonrenewing" or "pastdue" or "paused" or "future" or "unpaid" =>
                SubscriptionStatus.Active,
            "trialing" or "intrial" or "trial" => SubscriptionStatus.Trial,
            "canceled" or "churned" or "ended" or "expired" or "inactive" or "terminated" or "closed" =>
                SubscriptionStatus.Ended,
            "incomplete" or "incompleteexpired" => SubscriptionStatus.NeverStarted,
            _ => null,
        };
}
