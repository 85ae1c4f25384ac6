using System.Diagnostics;
using System.Reflection;
using RevenueModel.Import;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Helpers;

/// <summary>
/// Asserts that a call is refused. Every refusal is also checked for its parameter name: it must be a parameter of the
/// public method that the test called, or the property that it set.
/// </summary>
internal static class Refusal
{
    private static readonly HashSet<Assembly> Packages = [typeof(ValueList).Assembly, typeof(CrmImporter).Assembly];

    public static void With(string message, Func<object?> attempt) =>
        Assert.Equal(message, MessageOf(Any<ArgumentException>(attempt)));

    public static void With(string message, Action attempt) =>
        Assert.Equal(message, MessageOf(Any<ArgumentException>(attempt)));

    /// <summary>Asserts that exactly this exception is thrown.</summary>
    public static T By<T>(Func<object?> attempt)
        where T : ArgumentException => Checked(Assert.Throws<T>(attempt));

    /// <summary>Asserts that exactly this exception is thrown.</summary>
    public static T By<T>(Action attempt)
        where T : ArgumentException => Checked(Assert.Throws<T>(attempt));

    /// <summary>Asserts that exactly this exception is thrown for a parameter.</summary>
    public static T By<T>(string parameter, Func<object?> attempt)
        where T : ArgumentException => Checked(Assert.Throws<T>(parameter, attempt));

    /// <summary>Asserts that this exception, or one derived from it, is thrown.</summary>
    public static T Any<T>(Func<object?> attempt)
        where T : ArgumentException => Checked(Assert.ThrowsAny<T>(attempt));

    /// <summary>Asserts that this exception, or one derived from it, is thrown.</summary>
    public static T Any<T>(Action attempt)
        where T : ArgumentException => Checked(Assert.ThrowsAny<T>(attempt));

    /// <summary>Makes a call that may be refused, and checks the parameter name if it is.</summary>
    /// <returns>Whether it was refused. Any other exception fails the test.</returns>
    public static bool Whether(Action attempt)
    {
        try
        {
            attempt();
            return false;
        }
        catch (ArgumentException refused)
        {
            Checked(refused);
            return true;
        }
    }

    private static string MessageOf(ArgumentException refused)
    {
        int parameter = refused.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return parameter < 0 ? refused.Message : refused.Message[..parameter];
    }

    private static T Checked<T>(T refused)
        where T : ArgumentException
    {
        MethodBase? called = new StackTrace(refused).GetFrames()
            .Select(frame => frame.GetMethod())
            .LastOrDefault(method => method?.DeclaringType is { } type && Packages.Contains(type.Assembly));
        if (called is not { IsPublic: true, DeclaringType.IsVisible: true })
        {
            return refused; // an internal that the test called directly, or a method that the JIT inlined
        }

        string[] allowed = called.Name.StartsWith("set_", StringComparison.Ordinal)
            ? [called.Name["set_".Length..]]
            : [.. called.GetParameters().Select(parameter => parameter.Name!)];
        Assert.True(
            allowed.Length == 0 ? refused.ParamName is null : allowed.Contains(refused.ParamName),
            $"{called.DeclaringType.Name}.{called.Name} refused with ParamName \"{refused.ParamName}\", "
            + $"which is not one of its own: {string.Join(", ", allowed)}. The message: {refused.Message}");
        return refused;
    }
}
