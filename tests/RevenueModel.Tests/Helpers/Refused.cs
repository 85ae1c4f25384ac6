
namespace RevenueModel.Tests.Helpers;

/// <summary>Asserts that something is refused in these words, which name the thing, the value and what is allowed.</summary>
internal static class Refused
{
    public static void With(string message, Func<object?> attempt)
    {
        string found = Assert.ThrowsAny<ArgumentException>(attempt).Message;
        int parameter = found.IndexOf(" (Parameter '", StringComparison.Ordinal);
        Assert.Equal(message, parameter < 0 ? found : found[..parameter]);
    }

    public static void With(string message, Action attempt) => With(message, () =>
    {
        attempt();
        return null;
    });
}
