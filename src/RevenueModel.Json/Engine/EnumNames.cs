using System.Text.Json;

namespace RevenueModel.Json;

/// <summary>Names of choices in JSON.</summary>
internal static class EnumNames
{
    /// <summary>Returns the name with a small first letter: <c>newLogo</c>, <c>it</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Returns a list of names as an error message has it.</summary>
    public static string OneOf(IEnumerable<string> names) => "one of " + string.Join(", ", names);
}
