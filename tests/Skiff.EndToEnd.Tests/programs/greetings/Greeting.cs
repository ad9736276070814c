using System.Globalization;
using System.Resources;

namespace Greetings
{
    /// <summary>A greeting in the languages that there are satellite assemblies for.</summary>
    public static class Greeting
    {
        private static readonly ResourceManager s_texts = new ResourceManager("Greetings.Texts", typeof(Greeting).Assembly);

        /// <summary>The greeting of a culture.</summary>
        public static string In(CultureInfo culture) => s_texts.GetString("Hello", culture);
    }
}
