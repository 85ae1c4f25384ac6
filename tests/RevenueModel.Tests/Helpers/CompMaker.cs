using NodaTime;
using RevenueModel.Compensation;

namespace RevenueModel.Tests.Helpers;

/// <summary>Makes credits of 2027.</summary>
internal static class CompMaker
{
    public static CompCredit Credit(string deal, int month, int day, decimal amount) =>
        CompCredit.Of(deal, new LocalDate(2027, month, day), amount);
}
