using RevenueModel.Billing;

namespace RevenueModel.Tests.Helpers;

/// <summary>Asserts what an invoice states.</summary>
internal static class InvoiceAssert
{
    /// <summary>Asserts the kind, item and amount of each line: <c>BaseFee Team 100, Usage api 5</c>.</summary>
    public static void AssertLines(string expected, Invoice invoice) => Assert.Equal(
        expected,
        string.Join(", ", invoice.Lines.Select(Text)));

    private static string Text(InvoiceLine line) =>
        FormattableString.Invariant($"{line.Kind} {line.Item} {line.Amount:0.####}");
}
