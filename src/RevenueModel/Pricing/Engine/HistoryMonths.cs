namespace RevenueModel.Pricing;

/// <summary>A plan, the history that it bills, and the names for messages.</summary>
/// <param name="Terms">The plan.</param>
/// <param name="History">The usage.</param>
/// <param name="Text">Returns the name of a month in messages. Default: the customer and the month.</param>
/// <param name="ParameterName">The parameter of the caller that holds the usage.</param>
internal readonly record struct HistoryMonths(
    PlanTerms Terms,
    UsageHistory History,
    Func<int, string>? Text,
    string ParameterName)
{
    /// <summary>Returns the name of a month in messages.</summary>
    /// <param name="month">The month, counted from zero.</param>
    public string TextOf(int month) =>
        Text is null ? Invariant($"{History.Customer} in {History.Start.PlusMonths(month):uuuu-MM}") : Text(month);
}
